package dev.yiwen.handoff.queue;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.handoff.plan.Plan;
import dev.yiwen.handoff.plan.Plans;
import dev.yiwen.handoff.plan.Situation;
import dev.yiwen.handoff.plan.Wanted;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads from the plan whom each newcomer to the queue is for, and how urgent that is. */
@Singleton
public final class Placement {
    /** In place of a plan's version: the rules look again, and nobody falls back. */
    static final int ONLY_HIGHER = -2;

    private static final int MOST_AT_ONCE = 500;

    private static final String SITUATION = """
            select h.conversation_id, h.epoch, h.reason ->> 'code' as code, h.transfer ->> 'group' as transferred_to,
              c.channel, cu.tier, cu.tags, cu.host_tags, coalesce(said.words, '') as words, coalesce(about.topics, '{}') as topics
            from handoff h join conversation c on c.id = h.conversation_id join customer cu on cu.id = c.customer_id
            left join lateral (
              select string_agg(left(body ->> 'text', 300), ' ' order by seq) as words from (
                select m.seq, m.body from message m where m.conversation_id = c.id and m.author = 'customer'
                order by m.seq desc limit 20) m) said on true
            left join lateral (
              select array_agg(distinct split_part(source ->> 'article', '/', 1)) as topics from (
                select m.body from message m where m.conversation_id = c.id and m.author = 'bot' and m.body -> 'sources' is not null
                order by m.seq desc limit 3) m, jsonb_array_elements(m.body -> 'sources') source) about on true
            """;

    private static final String UNPLACED = SITUATION
            + "where h.ended_at is null and h.assigned_at is null and h.plan_version < $2 order by h.rank_at limit $1";
    private static final String NEWEST = SITUATION + "where h.conversation_id = $1 order by h.epoch desc limit 1";

    /** Nobody in danger stands behind anybody who is not, no caller behind somebody who writes, whatever the rules say. */
    private static final String RANK = """
            h.requested_at - p.points * $6::int * interval '1 second'
                - case h.reason ->> 'code' when 'URGENT' then interval '1 day' else interval '0' end
                - case c.channel when 'VOICE' then interval '12 hours' else interval '0' end""";

    private static final String PLACE = """
            with round as (select nextval('queue_round') as number)
            update handoff h set wanted = p.wanted::jsonb, group_id = p.wanted::jsonb ->> 'group', lane = p.lane, plan_version = $7,
              rank_at = case when h.plan_version = %2$d or h.preferred then least(h.rank_at, %1$s) else %1$s end,
              placed_in = case when %1$s >= h.rank_at
                then coalesce(h.placed_in, round.number) else round.number end
            from round, unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::int[]) as p (conversation, epoch, wanted, lane, points)
              join conversation c on c.id = p.conversation
            where h.conversation_id = p.conversation and h.epoch = p.epoch and h.assigned_at is null and h.ended_at is null
            """.formatted(RANK, ONLY_HIGHER);

    private static final String LATELY =
            SITUATION + "where h.requested_at > now() - interval '30 days' order by h.requested_at desc limit $1";

    private static final int MOST_LATELY = 2000;

    private record Placed(UUID conversation, int epoch, Wanted wanted) {}

    private final Pool database;
    private final QueueLock lock;
    private final Plans plans;
    private final StoredJson json;
    private final Marks marks;

    Placement(Pool database, QueueLock lock, Plans plans, StoredJson json, Marks marks) {
        this.database = database;
        this.lock = lock;
        this.plans = plans;
        this.json = json;
        this.marks = marks;
    }

    /** Of all whom this version of the plan has not placed yet; how many. */
    Uni<Integer> place() {
        var version = plans.current();
        return unplaced(database, version)
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(0)
                        : lock.alone((transaction, now) ->
                                unplaced(transaction, version).chain(fresh -> place(transaction, fresh, version))))
                .chain(count ->
                        count < MOST_AT_ONCE ? Uni.createFrom().item(count) : place().map(more -> count + more));
    }

    private static Uni<RowSet<Row>> unplaced(SqlClient database, Plans.Version version) {
        return database.preparedQuery(UNPLACED).execute(Tuple.of(MOST_AT_ONCE, version.version()));
    }

    /** What the rules look at in a conversation that waits or waited; null when it never did. */
    public Uni<@Nullable Situation> situation(UUID conversation) {
        return database.preparedQuery(NEWEST)
                .execute(Tuple.of(conversation))
                .map(rows -> rows.size() == 0 ? null : situation(rows.iterator().next()));
    }

    /** What rules would have looked at in the last 30 days, the newest {@value #MOST_LATELY} of those who wanted a human. */
    public Uni<List<Situation>> lately() {
        return database.preparedQuery(LATELY)
                .execute(Tuple.of(MOST_LATELY))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(this::situation)
                        .toList());
    }

    private Uni<Integer> place(SqlClient transaction, RowSet<Row> rows, Plans.Version version) {
        var placed = StreamSupport.stream(rows.spliterator(), false)
                .map(row -> placed(row, version.plan()))
                .toList();
        return transaction
                .preparedQuery(PLACE)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(
                                placed.stream().map(Placed::conversation).toArray(UUID[]::new))
                        .addArrayOfInteger(placed.stream().map(Placed::epoch).toArray(Integer[]::new))
                        .addArrayOfString(placed.stream()
                                .map(it -> json.write(it.wanted()))
                                .toArray(String[]::new))
                        .addArrayOfString(placed.stream()
                                .map(it -> json.write(it.wanted().withoutUrgency()))
                                .toArray(String[]::new))
                        .addArrayOfInteger(
                                placed.stream().map(it -> it.wanted().points()).toArray(Integer[]::new))
                        .addInteger(version.plan().settings().secondsPerPoint())
                        .addInteger(version.version()))
                .map(RowSet::rowCount);
    }

    private Placed placed(Row row, Plan plan) {
        var wanted = plan.wantedIn(situation(row));
        var group = row.getString("transferred_to");
        return new Placed(
                row.getUUID("conversation_id"), row.getInteger("epoch"), group == null ? wanted : wanted.in(group));
    }

    private Situation situation(Row row) {
        var given = List.of(row.getArrayOfStrings("host_tags"));
        var tags = List.of(row.getArrayOfStrings("tags"));
        return new Situation(
                HandoffReason.Code.valueOf(row.getString("code")),
                Channel.valueOf(row.getString("channel")),
                row.getShort("tier"),
                row.getString("words"),
                marks.of(given, tags, row.getString("words")),
                Stream.concat(given.stream(), tags.stream()).collect(Collectors.toSet()),
                Set.of(row.getArrayOfStrings("topics")));
    }
}
