package dev.yiwen.handoff.wait;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.handoff.AwayConfig;
import dev.yiwen.handoff.CustomerPresence;
import dev.yiwen.handoff.QueuePlace;
import dev.yiwen.handoff.matching.Agents;
import dev.yiwen.handoff.matching.Hands;
import dev.yiwen.handoff.plan.Plan;
import dev.yiwen.handoff.plan.Plans;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Estimates how long customers wait, from how long agents had recent conversations and which of them are there now. */
@Singleton
public final class Waits {
    /** Somebody has free hands, but must still notice and accept. */
    private static final int ACCEPTING_SECONDS = 60;
    /** Until enough conversations were served to say better. */
    private static final double MEDIAN_SECONDS = 240;

    private static final double P80_SECONDS = 600;
    private static final int ENOUGH = 5;

    private static final String ALL = """
            select h.conversation_id, h.epoch, h.group_id, h.placed_in, c.bot_helps, (h.transfer ->> 'agent')::uuid as colleague,
              h.urgent_at is not null as urgent, extract(epoch from now() - c.queued_at)::float8 as waited
            from handoff h join conversation c on c.id = h.conversation_id and c.epoch = h.epoch and c.owner = 'queue'
            where h.ended_at is null and h.assigned_at is null and h.placed_in is not null
              and (h.urgent_at is not null or not exists (select from customer_presence p
                where p.conversation_id = h.conversation_id and %s))
            order by h.rank_at, h.conversation_id
            """.formatted(CustomerPresence.GONE.formatted("$1"));

    private static final String SERVED = """
            with served as (
              select extract(epoch from ended_at - assigned_at)::float8 as seconds from handoff
              where assigned_at is not null and ended_at is not null order by ended_at desc limit 50
            )
            select now() as now, count(*) as served, percentile_cont(0.5) within group (order by seconds) as median,
              percentile_cont(0.8) within group (order by seconds) as p80
            from served
            """;

    /** How long agents had their recent conversations, and the time of the database. */
    private record Served(double median, double p80, Instant now) {
        static Served of(Row row) {
            var known = row.getLong("served") >= ENOUGH;
            return new Served(
                    known ? row.getDouble("median") : MEDIAN_SECONDS,
                    known ? row.getDouble("p80") : P80_SECONDS,
                    row.getOffsetDateTime("now").toInstant());
        }
    }

    /** Who serves those who want a group. */
    private record Desk(
            int agents,
            int capacity,
            int free,
            boolean open,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt) {

        /**
         * One of all agents' places becomes free every service time divided by the number of places; whoever is beyond the
         * free places waits for as many of those moments.
         */
        Wait waitBehind(int ahead, Served served) {
            if (agents == 0 || !open) {
                return new Wait(0, 0);
            }
            int beyondFree = Math.max(0, ahead + 1 - free);
            double places = Math.max(1, capacity);
            return new Wait(
                    (int) Math.round(beyondFree * served.median() / places),
                    (int) Math.round(beyondFree * served.p80() / places) + ACCEPTING_SECONDS);
        }
    }

    /** In seconds from now. */
    record Wait(int low, int high) {

        /**
         * Whoever waits for longer than was estimated is not told the same again: what took a time already is taken to last as
         * long once more at most (a half of all waits of unknown length do: Gott, Nature 363, 1993, "Implications of the
         * Copernican principle").
         */
        Wait after(double waited) {
            return (low == 0 && high == 0) || waited <= high ? this : new Wait(low, (int) Math.round(waited));
        }
    }

    private final Pool database;
    private final Plans plans;
    private final Agents agents;
    private final AwayConfig away;

    Waits(Pool database, Plans plans, Agents agents, AwayConfig away) {
        this.away = away;
        this.database = database;
        this.plans = plans;
        this.agents = agents;
    }

    /** Of all who wait and are there: three statements, however many they are. */
    public Uni<Map<ConversationId, QueuePlace>> places() {
        var plan = plans.current().plan();
        return Uni.combine()
                .all()
                .unis(
                        database.preparedQuery(ALL).execute(Tuple.of(away.passedOverAfterSeconds())),
                        database.query(SERVED)
                                .execute()
                                .map(rows -> Served.of(rows.iterator().next())),
                        agents.there(database, plan))
                .asTuple()
                .map(it -> places(it.getItem1(), it.getItem2(), it.getItem3(), plan));
    }

    private static Map<ConversationId, QueuePlace> places(
            RowSet<Row> inOrder, Served served, List<Hands> there, Plan plan) {
        var places = HashMap.<ConversationId, QueuePlace>newHashMap(inOrder.size());
        var desks = new HashMap<String, Desk>();
        var ahead = new Ahead(inOrder);
        for (var row : inOrder) {
            var group = row.getString("group_id");
            var desk = desks.computeIfAbsent(group == null ? "" : group, it -> desk(group, there, plan, served.now()));
            var before = ahead.upTo(group, row.getLong("placed_in"));
            // Danger and whoever was handed to a colleague are offered at any hour.
            var atOnce = desk.agents() > 0 && (row.getBoolean("urgent") || row.getUUID("colleague") != null);
            var wait =
                    atOnce && !desk.open() ? new Wait(0, ACCEPTING_SECONDS) : desk.waitBehind(ahead.all(group), served);
            places.put(
                    ConversationId.of(row.getUUID("conversation_id")),
                    new QueuePlace(
                            row.getInteger("epoch"),
                            before + 1,
                            ahead.all(group) - before,
                            wait.low(),
                            wait.after(row.getDouble("waited")).high(),
                            desk.agents() > 0,
                            atOnce ? null : desk.opensAt(),
                            desk.closesAt(),
                            row.getBoolean("bot_helps"),
                            busyColleague(row.getUUID("colleague"), there)));
            ahead.add(group, row.getLong("placed_in"));
        }
        return places;
    }

    /** Who was handed to a colleague with full hands waits for that colleague, wherever the place. */
    private static @Nullable String busyColleague(@Nullable UUID colleague, List<Hands> there) {
        return there.stream()
                .filter(it -> it.agent().value().equals(colleague) && it.free() == 0)
                .map(Hands::name)
                .findFirst()
                .orElse(null);
    }

    private static Desk desk(@Nullable String group, List<Hands> there, Plan plan, Instant now) {
        var own = there.stream()
                .filter(it -> group == null || it.skills().groups().contains(group))
                .toList();
        // Where nobody of the group is there, others stand in.
        var serving = own.isEmpty() ? there : own;
        var hours = plan.hoursOf(group);
        var open = hours == null || hours.isOpen(now);
        return new Desk(
                serving.size(),
                serving.stream().mapToInt(Hands::capacity).sum(),
                serving.stream()
                        .mapToInt(it -> Math.max(0, it.capacity() - it.chats() - it.calls()))
                        .sum(),
                open,
                open || hours == null ? null : hours.opensAfter(now).orElse(null),
                hours == null ? null : hours.closesAfter(now).orElse(null));
    }
}
