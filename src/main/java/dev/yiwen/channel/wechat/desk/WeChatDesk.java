package dev.yiwen.channel.wechat.desk;

import dev.yiwen.channel.wechat.account.WeChatKind;
import dev.yiwen.channel.wechat.desk.WeChatView.Reminder;
import dev.yiwen.channel.wechat.desk.WeChatView.Sent;
import dev.yiwen.channel.wechat.inbox.WeChatContacts;
import dev.yiwen.channel.wechat.outbox.OutboxState;
import dev.yiwen.channel.wechat.outbox.SecondTry;
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
import jakarta.ws.rs.POST;
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
            select a.kind, a.name, c.id, c.budget, c.service_state, c.came_from, coalesce(c.desk_until > now(), false) as at_desk,
              (select count(*) from wechat_outbox o where o.contact_id = c.id and o.state = 'PLANNED' and o.form <> 'REMINDER') as waiting,
              coalesce((select sum(s.remaining) from wechat_consent s join wechat_template t on t.id = s.template
                where t.account_id = a.id and t.removed_at is null and s.customer_id = c.customer_id), 0)::integer as consents,
              r.state as reminder, r.code as reminder_code, r.reason as reminder_reason
            from wechat_leg l join wechat_contact c on c.id = l.contact_id join wechat_account a on a.id = c.account_id
            left join lateral (
              select o.state, o.code, o.reason from wechat_outbox o join wechat_outbox w on w.id = o.about and w.state = 'PLANNED'
              where o.contact_id = c.id order by o.number desc limit 1) r on true
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
    private final SecondTry again;

    WeChatDesk(
            Pool database, ConversationAccess access, WeChatContacts contacts, CurrentStaff current, SecondTry again) {
        this.again = again;
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

    /**
     * Sends once more what did not arrive, or of which nobody knows: in the second case the customer may have it twice, which whoever
     * asks has been told. Fails with {@code CONFLICT} when there is no such thing, or somebody else has done it.
     */
    @POST
    @Path("/messages/{seq}/retry")
    @RolesAllowed(Right.Names.ANSWER)
    public Uni<Void> again(UUID id, long seq) {
        return access.requireReadable(ConversationId.of(id), current.get())
                .chain(() -> again.send(ConversationId.of(id), seq));
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
                leg.getBoolean("at_desk"),
                leg.getString("came_from"),
                leg.getInteger("consents"),
                leg.getString("reminder") == null
                        ? null
                        : new Reminder(
                                OutboxState.valueOf(leg.getString("reminder")),
                                leg.getInteger("reminder_code"),
                                leg.getString("reminder_reason")),
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
