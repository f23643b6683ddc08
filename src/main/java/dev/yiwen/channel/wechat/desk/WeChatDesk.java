package dev.yiwen.channel.wechat.desk;

import dev.yiwen.channel.wechat.account.WeChatKind;
import dev.yiwen.channel.wechat.desk.WeChatView.Sent;
import dev.yiwen.channel.wechat.inbox.WeChatContacts;
import dev.yiwen.channel.wechat.outbox.OutboxState;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.shared.Problem;
import dev.yiwen.ticket.ConversationAccess;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What agents see of WeChat beside the conversation itself. */
@Path("/api/v1/conversations/{id}/wechat")
@RolesAllowed({Right.Names.ANSWER, Right.Names.READ_ALL})
final class WeChatDesk {
    private static final String LEG = """
            select a.kind, a.name, c.id, c.budget, c.service_state, c.came_from,
              (select count(*) from wechat_outbox o where o.contact_id = c.id and o.state = 'PLANNED') as waiting
            from wechat_leg l join wechat_contact c on c.id = l.contact_id join wechat_account a on a.id = c.account_id
            where l.conversation_id = $1 order by c.seen_at desc limit 1
            """;

    /** Of what went with another, how that one stands. */
    private static final String MESSAGES = """
            select distinct on (o.seq) o.seq, s.state, s.code, s.reason
            from wechat_outbox o join wechat_outbox s on s.id = coalesce(o.carried_by, o.id)
            where o.conversation_id = $1 and o.seq is not null
            order by o.seq, array_position(array['FAILED', 'UNKNOWN', 'PLANNED', 'SENDING', 'SENT', 'MERGED'], s.state)
            """;

    private final Pool database;
    private final ConversationAccess access;
    private final WeChatContacts contacts;
    private final CurrentStaff current;

    WeChatDesk(Pool database, ConversationAccess access, WeChatContacts contacts, CurrentStaff current) {
        this.database = database;
        this.access = access;
        this.contacts = contacts;
        this.current = current;
    }

    /** Fails with {@code NOT_FOUND} for a conversation that is not in WeChat. */
    @GET
    public Uni<WeChatView> of(UUID id) {
        return access.requireReadable(ConversationId.of(id), current.get())
                .chain(() -> database.preparedQuery(LEG).execute(Tuple.of(id)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "This conversation is not in WeChat.")))
                .chain(leg -> database.preparedQuery(MESSAGES)
                        .execute(Tuple.of(id))
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .map(WeChatDesk::sent)
                                .toList())
                        .map(sent -> view(leg, sent)));
    }

    private WeChatView view(Row leg, List<Sent> sent) {
        var now = Instant.now();
        var budget = contacts.budget(leg.getString("budget"));
        var state = leg.getShort("service_state");
        return new WeChatView(
                WeChatKind.valueOf(leg.getString("kind")),
                leg.getString("name"),
                budget.left(now),
                budget.until(now).orElse(null),
                leg.getInteger("waiting"),
                state != null && (state == 2 || state == 3),
                leg.getString("came_from"),
                sent);
    }

    private static Sent sent(Row row) {
        return new Sent(
                row.getLong("seq"),
                OutboxState.valueOf(row.getString("state")),
                row.getInteger("code"),
                row.getString("reason"));
    }
}
