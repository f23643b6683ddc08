package dev.yiwen.channel.wechat.outbox;

import dev.yiwen.channel.wechat.inbox.WeChatContacts;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.ConversationId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * The legs that a conversation has in WeChat, and which of them gets what is said. It is the one spoken in last that can still be
 * reached: whoever has the web chat open and wrote there last reads it there, and what they have not read when they are gone
 * goes out to WeChat.
 */
@Singleton
final class WeChatLegs {
    /** Locked, so that what is said is planned by one instance. */
    private static final String LEGS = """
            select l.contact_id, l.planned_seq, c.budget from wechat_leg l join wechat_contact c on c.id = l.contact_id
            where l.conversation_id = $1 order by c.seen_at desc, c.id for update of l
            """;

    /** Who was in the web chat a moment ago, with the bot, is there; of who waits or has an agent it is known. */
    private static final String WHERE = """
            select coalesce(m.via, c.channel) as spoken, r.seq as read_seq,
              coalesce(p.left_at is null and p.seen_at > now() - interval '90 seconds',
                c.owner = 'bot' and exists (select from message w where w.conversation_id = c.id and w.author = 'customer'
                  and w.at > now() - interval '2 minutes' and coalesce(w.via, c.channel) = 'WEB'), false) as here
            from conversation c
            left join lateral (select via from message where conversation_id = c.id and author = 'customer'
              order by seq desc limit 1) m on true
            left join customer_presence p on p.conversation_id = c.id
            left join conversation_read r on r.conversation_id = c.id and r.side = 'customer'
            where c.id = $1
            """;

    /** Of the conversations in which something may have been said lately: all would be read each second. */
    private static final String BEHIND = """
            with lately as (
              select c.id, c.last_seq from conversation c where c.in_wechat and c.owner <> 'nobody'
              union
              select c.id, c.last_seq from conversation c where c.in_wechat and c.closed_at > now() - interval '1 hour'
              union
              select c.id, c.last_seq from wechat_leg l join conversation c on c.id = l.conversation_id where l.look_at < now())
            select c.id from lately c cross join lateral (select from wechat_leg l
              where l.conversation_id = c.id and l.planned_seq < c.last_seq and (l.look_at is null or l.look_at < now()) limit 1) l
            limit 200
            """;

    private static final String EVER_BEHIND = """
            select distinct c.id from wechat_leg l join conversation c on c.id = l.conversation_id
            where c.in_wechat and c.last_seq > l.planned_seq and (l.look_at is null or l.look_at < now()) limit 200
            """;

    private final Pool database;
    private final WeChatContacts contacts;

    WeChatLegs(Pool database, WeChatContacts contacts) {
        this.database = database;
        this.contacts = contacts;
    }

    /** @param plannedSeq up to which message it was put into the outbox */
    private record Leg(UUID contact, long plannedSeq, int left) {}

    /**
     * Where what is said goes.
     *
     * @param contact of those that can be reached, the one spoken in last
     * @param spokenHere whether the customer spoke last in WeChat
     * @param elsewhere whether the customer is there to read it in the web chat
     * @param readSeq up to which the customer has read it in the web chat
     */
    record Route(UUID contact, boolean spokenHere, long plannedSeq, boolean elsewhere, long readSeq) {}

    /** Up to which message a conversation was planned; empty for one without a leg in WeChat. */
    Uni<Optional<Long>> planned(ConversationId conversation) {
        return database.preparedQuery("select min(planned_seq) as seq from wechat_leg where conversation_id = $1")
                .execute(Tuple.of(conversation.value()))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getLong("seq")));
    }

    /** Within the transaction that plans. */
    Uni<Optional<Route>> route(SqlClient transaction, ConversationId conversation) {
        return transaction
                .preparedQuery(LEGS)
                .execute(Tuple.of(conversation.value()))
                .map(this::legs)
                .chain(legs -> legs.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : transaction
                                .preparedQuery(WHERE)
                                .execute(Tuple.of(conversation.value()))
                                .map(rows ->
                                        Optional.of(route(legs, rows.iterator().next()))));
    }

    /** All that up to there was said is in the outbox, or was read elsewhere. */
    Uni<Void> advance(SqlClient transaction, ConversationId conversation, long seq, boolean later) {
        return transaction
                .preparedQuery("""
                        update wechat_leg set planned_seq = greatest(planned_seq, $2),
                          look_at = case when $3 then now() + interval '15 seconds' end
                        where conversation_id = $1
                        """)
                .execute(Tuple.of(conversation.value(), seq, later))
                .replaceWithVoid();
    }

    /** Conversations in which something was said that is not in the outbox, because a signal was lost, or the customer has gone. */
    Uni<List<ConversationId>> behind() {
        return behind(BEHIND);
    }

    /** The same of all there ever were, such as one that was over long ago when every instance was away. */
    Uni<List<ConversationId>> everBehind() {
        return behind(EVER_BEHIND);
    }

    private Uni<List<ConversationId>> behind(String which) {
        return database.query(which)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> ConversationId.of(row.getUUID(0)))
                        .toList());
    }

    private List<Leg> legs(RowSet<Row> rows) {
        var now = Instant.now();
        var legs = new ArrayList<Leg>();
        rows.forEach(row -> legs.add(new Leg(
                row.getUUID("contact_id"),
                row.getLong("planned_seq"),
                contacts.budget(row.getString("budget")).left(now))));
        return legs;
    }

    private static Route route(List<Leg> legs, Row where) {
        var reachable = legs.stream().filter(it -> it.left() > 0).findFirst();
        boolean here = where.getBoolean("here");
        boolean inWeb = !Channel.WECHAT.name().equals(where.getString("spoken"));
        var chosen = reachable.orElse(legs.getFirst());
        var read = where.getLong("read_seq");
        return new Route(
                chosen.contact(),
                !inWeb,
                legs.stream().mapToLong(Leg::plannedSeq).min().orElse(0),
                here && (inWeb || reachable.isEmpty()),
                read == null ? 0 : read);
    }
}
