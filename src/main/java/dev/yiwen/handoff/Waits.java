package dev.yiwen.handoff;

import dev.yiwen.conversation.ConversationId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Estimates how long a customer waits, from how long agents had recent conversations and how many are there now. */
@Singleton
final class Waits {
    /** Somebody has free hands, but must still notice and accept. */
    private static final int ACCEPTING_SECONDS = 60;
    /** Until enough conversations were served to say better. */
    private static final double MEDIAN_SECONDS = 240;

    private static final double P80_SECONDS = 600;
    private static final int ENOUGH = 5;

    private static final String AHEAD = """
            select (select count(*) from handoff h join conversation c on c.id = h.conversation_id and c.epoch = h.epoch
              where h.ended_at is null and h.assigned_at is null and c.owner = 'queue'
                and (h.rank_at, h.conversation_id) <= (me.rank_at, me.conversation_id)) as position
            from handoff me join conversation c on c.id = me.conversation_id and c.epoch = me.epoch and c.owner = 'queue'
            where me.conversation_id = $1 and me.ended_at is null and me.assigned_at is null
            """;

    private static final String ALL = """
            select h.conversation_id
            from handoff h join conversation c on c.id = h.conversation_id and c.epoch = h.epoch and c.owner = 'queue'
            where h.ended_at is null and h.assigned_at is null
            order by h.rank_at, h.conversation_id
            """;

    private static final String HANDS = """
            with served as (
              select extract(epoch from ended_at - assigned_at)::float8 as seconds from handoff
              where assigned_at is not null and ended_at is not null order by ended_at desc limit 50
            ), agents as (
              select (select count(*) from conversation c where c.owner = 'agent' and c.agent_id = p.staff_id) as busy
              from presence p join staff s on s.id = p.staff_id
              where p.online and s.active and p.seen_at > now() - $1::float8 * interval '1 second'
            )
            select
              (select count(*) from agents) as agents,
              (select coalesce(sum(greatest($2 - busy, 0)), 0)::bigint from agents) as free,
              (select count(*) from served) as served,
              (select percentile_cont(0.5) within group (order by seconds) from served) as median,
              (select percentile_cont(0.8) within group (order by seconds) from served) as p80
            """;

    /** Who is there to serve those who wait, and how long that takes. */
    private record Hands(int agents, int free, double median, double p80) {}

    private final Pool database;
    private final HandoffConfig config;

    Waits(Pool database, HandoffConfig config) {
        this.database = database;
        this.config = config;
    }

    /** Empty unless it waits. */
    Uni<Optional<QueuePlace>> place(ConversationId id) {
        return database.preparedQuery(AHEAD)
                .execute(Tuple.of(id.value()))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(Optional.empty())
                        : hands().map(hands -> Optional.of(
                                place(Math.toIntExact(rows.iterator().next().getLong("position")), hands))));
    }

    /** Of all who wait: two statements, however many they are. */
    Uni<Map<ConversationId, QueuePlace>> places() {
        return Uni.combine()
                .all()
                .unis(database.query(ALL).execute(), hands())
                .asTuple()
                .map(it -> places(it.getItem1(), it.getItem2()));
    }

    private Map<ConversationId, QueuePlace> places(RowSet<Row> inOrder, Hands hands) {
        var places = HashMap.<ConversationId, QueuePlace>newHashMap(inOrder.size());
        for (var row : inOrder) {
            places.put(ConversationId.of(row.getUUID("conversation_id")), place(places.size() + 1, hands));
        }
        return places;
    }

    private Uni<Hands> hands() {
        return database.preparedQuery(HANDS)
                .execute(Tuple.of(config.heartbeat().toMillis() / 1000.0, (long) config.capacity()))
                .map(rows -> hands(rows.iterator().next()));
    }

    private static Hands hands(Row row) {
        boolean known = row.getLong("served") >= ENOUGH;
        return new Hands(
                Math.toIntExact(row.getLong("agents")),
                Math.toIntExact(row.getLong("free")),
                known ? row.getDouble("median") : MEDIAN_SECONDS,
                known ? row.getDouble("p80") : P80_SECONDS);
    }

    /**
     * Agents work on {@code capacity} chats at once, so one of all their places becomes free every service time divided by
     * the number of places; whoever is beyond the free places waits for as many of those moments.
     */
    private QueuePlace place(int position, Hands hands) {
        if (hands.agents() == 0) {
            return new QueuePlace(position, 0, 0, false);
        }
        int beyondFree = Math.max(0, position - hands.free());
        double places = (double) hands.agents() * config.capacity();
        int low = (int) Math.round(beyondFree * hands.median() / places);
        int high = (int) Math.round(beyondFree * hands.p80() / places) + ACCEPTING_SECONDS;
        return new QueuePlace(position, low, high, true);
    }
}
