package dev.yiwen.handoff;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.StaffId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Asks agents, one at a time, whether they take a waiting conversation. An offer is a row; it ends by itself. */
@Singleton
final class Offers {
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('yiwen.offers'))";
    private static final int MOST_AT_ONCE = 100;

    private static final String LAPSE = """
            update handoff set passed_by = array_append(passed_by, offered_to), offered_to = null
            where ended_at is null and offered_to is not null and offer_ends_at <= now()
            """;

    private static final String FORGIVE = """
            update handoff set passed_by = '{}'
            where ended_at is null and assigned_at is null and passed_by <> '{}' and offered_to is null
              and offer_ends_at < now() - $1::float8 * interval '1 second'
            """;

    /** The most urgent that nobody is asked to take, to the longest idle agent with free hands who has not passed it. */
    private static final String OFFER = """
            with waiting as (
              select h.conversation_id, h.epoch, h.passed_by, h.priority, h.requested_at
              from handoff h join conversation c on c.id = h.conversation_id and c.epoch = h.epoch and c.owner = 'queue'
              where h.ended_at is null and h.offered_to is null
            ), free as (
              select p.staff_id, p.idle_since from presence p join staff s on s.id = p.staff_id
              where p.online and p.seen_at > now() - $1::float8 * interval '1 second'
                and s.active and s.roles && '{AGENT,ADMIN}'
                and (select count(*) from conversation c where c.owner = 'agent' and c.agent_id = p.staff_id)
                  + (select count(*) from handoff o where o.ended_at is null and o.offered_to = p.staff_id) < $2
            ), next as (
              select w.conversation_id, w.epoch, f.staff_id
              from waiting w join free f on f.staff_id <> all (w.passed_by)
              order by w.priority desc, w.requested_at, f.idle_since limit 1
            )
            update handoff h set offered_to = n.staff_id, offer_ends_at = now() + $3::float8 * interval '1 second'
            from next n where h.conversation_id = n.conversation_id and h.epoch = n.epoch
            """;

    private static final String CLAIM = """
            update handoff h set offered_to = $1, offer_ends_at = now() + $2::float8 * interval '1 second'
            where (h.conversation_id, h.epoch) = (
              select w.conversation_id, w.epoch
              from handoff w join conversation c on c.id = w.conversation_id and c.epoch = w.epoch and c.owner = 'queue'
              where w.ended_at is null and (w.offered_to is null or w.offered_to = $1 or w.offer_ends_at <= now())
              order by (w.offered_to = $1) desc nulls last, w.priority desc, w.requested_at
              limit 1 for update of w skip locked)
            returning h.conversation_id, h.epoch
            """;

    private final Pool database;
    private final HandoffConfig config;

    Offers(Pool database, HandoffConfig config) {
        this.database = database;
        this.config = config;
    }

    /** A waiting conversation that an agent reserved, under the epoch in which it waits. */
    record Claim(ConversationId conversation, int epoch) {}

    /** Ends what lapsed and offers what can be offered; how many offers were made or ended. */
    Uni<Integer> renew() {
        return database.withTransaction(transaction -> transaction
                .query(LOCK)
                .execute()
                .chain(() -> transaction.query(LAPSE).execute())
                .map(RowSet::rowCount)
                .call(() -> transaction.preparedQuery(FORGIVE).execute(Tuple.of(seconds(config.offerAgain()))))
                .chain(lapsed -> offer(transaction, MOST_AT_ONCE).map(offered -> lapsed + offered)));
    }

    /** Reserves the most urgent conversation that is not offered to another; of many who claim at once each gets another. */
    Uni<Optional<Claim>> claim(StaffId agent) {
        return database.preparedQuery(CLAIM)
                .execute(Tuple.of(agent.value(), seconds(config.offer())))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(claim(rows.iterator().next())));
    }

    /** The agent does not want it; false when it was not offered to that agent. */
    Uni<Boolean> decline(ConversationId conversation, StaffId agent) {
        return database.preparedQuery("""
                        update handoff set passed_by = array_append(passed_by, offered_to), offered_to = null,
                          offer_ends_at = now()
                        where conversation_id = $1 and offered_to = $2 and ended_at is null
                        """)
                .execute(Tuple.of(conversation.value(), agent.value()))
                .map(rows -> rows.rowCount() > 0);
    }

    /** An agent who goes offline is asked no more. */
    Uni<Void> withdraw(StaffId agent) {
        return database.preparedQuery("update handoff set offered_to = null where offered_to = $1 and ended_at is null")
                .execute(Tuple.of(agent.value()))
                .replaceWithVoid();
    }

    private Uni<Integer> offer(SqlConnection transaction, int most) {
        return transaction
                .preparedQuery(OFFER)
                .execute(Tuple.of(seconds(config.heartbeat()), (long) config.capacity(), seconds(config.offer())))
                .chain(rows -> rows.rowCount() == 0 || most == 1
                        ? Uni.createFrom().item(rows.rowCount())
                        : offer(transaction, most - 1).map(others -> others + 1));
    }

    private static Claim claim(Row row) {
        return new Claim(ConversationId.of(row.getUUID("conversation_id")), row.getInteger("epoch"));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
