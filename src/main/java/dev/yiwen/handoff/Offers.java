package dev.yiwen.handoff;

import dev.yiwen.conversation.Channel;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Asks agents, one at a time, whether they take a waiting conversation. An offer is a row; it ends by itself. */
@Singleton
final class Offers {
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('yiwen.offers'))";
    /** Who was passed by everybody must not hide those behind. */
    private static final int LOOKED_AT_A_PLACE = 4;

    private static final String LAPSE = """
            update handoff set passed_by = array_append(passed_by, offered_to), offered_to = null
            where ended_at is null and offered_to is not null and offer_ends_at <= now()
            """;

    private static final String FORGIVE = """
            update handoff set passed_by = '{}'
            where ended_at is null and assigned_at is null and passed_by <> '{}' and offered_to is null
              and offer_ends_at < now() - $1::float8 * interval '1 second'
            """;

    /** Agents who are there, with what they have and are asked to take. */
    private static final String THERE = """
            select p.staff_id, has.chats, has.calls, asked.offers
            from presence p join staff s on s.id = p.staff_id
            cross join lateral (
              select count(*) filter (where c.channel <> 'VOICE') as chats, count(*) filter (where c.channel = 'VOICE') as calls
              from conversation c where c.owner = 'agent' and c.agent_id = p.staff_id) has
            cross join lateral (
              select count(*) as offers from handoff o where o.ended_at is null and o.offered_to = p.staff_id) asked
            where p.online and p.seen_at > now() - $1::float8 * interval '1 second' and s.active and s.roles && '{AGENT,ADMIN}'
            order by p.idle_since, p.staff_id
            """;

    private static final String WAITING = """
            select w.conversation_id, w.epoch, w.passed_by, c.channel
            from handoff w join conversation c on c.id = w.conversation_id and c.epoch = w.epoch and c.owner = 'queue'
            where w.ended_at is null and w.assigned_at is null and w.offered_to is null
            order by w.rank_at, w.conversation_id limit $1
            """;

    private static final String OFFER = """
            update handoff h set offered_to = o.agent, offer_ends_at = now() + $4::float8 * interval '1 second',
              offered_at = coalesce(h.offered_at, now())
            from unnest($1::uuid[], $2::int[], $3::uuid[]) as o (conversation, epoch, agent)
            where h.conversation_id = o.conversation and h.epoch = o.epoch
              and h.offered_to is null and h.assigned_at is null and h.ended_at is null
            """;

    private static final String CLAIM = """
            update handoff h set offered_to = $1, offer_ends_at = now() + $2::float8 * interval '1 second'
            where (h.conversation_id, h.epoch) = (
              select w.conversation_id, w.epoch
              from handoff w join conversation c on c.id = w.conversation_id and c.epoch = w.epoch and c.owner = 'queue'
              where w.ended_at is null and w.assigned_at is null and (w.offered_to is null or w.offered_to = $1 or w.offer_ends_at <= now())
              order by (w.offered_to = $1) desc nulls last, w.rank_at, w.conversation_id
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
                .chain(lapsed -> offer(transaction).map(offered -> lapsed + offered)));
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

    private Uni<Integer> offer(SqlConnection transaction) {
        return transaction
                .preparedQuery(THERE)
                .execute(Tuple.of(seconds(config.heartbeat())))
                .map(this::hands)
                .chain(hands -> Hands.free(hands) == 0
                        ? Uni.createFrom().item(0)
                        : transaction
                                .preparedQuery(WAITING)
                                .execute(Tuple.of(LOOKED_AT_A_PLACE * Hands.free(hands)))
                                .map(rows -> Matching.of(waiting(rows), hands))
                                .chain(matches -> offer(transaction, matches)));
    }

    private Uni<Integer> offer(SqlConnection transaction, List<Match> matches) {
        return matches.isEmpty()
                ? Uni.createFrom().item(0)
                : transaction
                        .preparedQuery(OFFER)
                        .execute(Tuple.of(
                                matches.stream()
                                        .map(it -> it.waiting().conversation().value())
                                        .toArray(UUID[]::new),
                                matches.stream().map(it -> it.waiting().epoch()).toArray(Integer[]::new),
                                matches.stream().map(it -> it.agent().value()).toArray(UUID[]::new),
                                seconds(config.offer())))
                        .map(RowSet::rowCount);
    }

    private List<Hands> hands(RowSet<Row> rows) {
        return stream(rows)
                .map(row -> new Hands(
                        StaffId.of(row.getUUID("staff_id")),
                        Math.toIntExact(row.getLong("chats")),
                        Math.toIntExact(row.getLong("calls")),
                        Math.toIntExact(row.getLong("offers")),
                        config.capacity()))
                .toList();
    }

    private static List<Waiting> waiting(RowSet<Row> rows) {
        return stream(rows)
                .map(row -> new Waiting(
                        ConversationId.of(row.getUUID("conversation_id")),
                        row.getInteger("epoch"),
                        Channel.valueOf(row.getString("channel")),
                        Arrays.stream(row.getArrayOfUUIDs("passed_by"))
                                .map(StaffId::of)
                                .collect(Collectors.toSet())))
                .toList();
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static Claim claim(Row row) {
        return new Claim(ConversationId.of(row.getUUID("conversation_id")), row.getInteger("epoch"));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
