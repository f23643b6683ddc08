package dev.yiwen.handoff.queue;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.Owner;
import dev.yiwen.handoff.plan.Plans;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.StaffId;
import io.micrometer.core.instrument.Metrics;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The rows of handoffs, which follow the owners of their conversations. */
@Singleton
public final class Handoffs {
    /**
     * Works from the conversations' rows alone, so it may run twice, late, or on another instance. An agent's conversation has
     * waited under the epoch before, even when nobody saw it wait.
     */
    private static final String FOLLOW = """
            with entered as (
              insert into handoff (conversation_id, epoch, reason, priority, requested_at, rank_at, urgent_at, agent_id, assigned_at,
                passed_by, offer_ends_at)
              select c.id, e.epoch, c.reason, c.priority, coalesce(c.queued_at, now()), coalesce(c.queued_at, now())
                - (c.priority + $1::float8 * cu.tier) * $2::float8 * interval '1 second'
                - case c.reason ->> 'code' when 'URGENT' then interval '1 day' else interval '0' end
                - case c.channel when 'VOICE' then interval '12 hours' else interval '0' end,
                case c.reason ->> 'code' when 'URGENT' then coalesce(c.queued_at, now()) end,
                case c.owner when 'agent' then c.agent_id end, case c.owner when 'agent' then clock_timestamp() end,
                coalesce(gave.back, '{}'), case when gave.back is not null then clock_timestamp() end
              from conversation c join customer cu on cu.id = c.customer_id
              cross join lateral (select c.epoch - (c.owner = 'agent')::int as epoch) e
              left join lateral (
                select array[g.agent_id] as back from handoff g
                where g.conversation_id = c.id and g.epoch = e.epoch - 2 and g.agent_id is not null
                  and c.owner = 'queue' and c.reason ->> 'code' = 'URGENT') gave on true
              where c.owner in ('queue', 'agent') and c.reason is not null
                and not exists (select from handoff h where h.conversation_id = c.id and h.epoch = e.epoch) %1$s
              on conflict do nothing
              returning conversation_id, agent_id, lower(reason ->> 'code') as code
            ), assigned as (
              update handoff h set agent_id = c.agent_id, assigned_at = clock_timestamp(), offered_to = null
              from conversation c
              where c.id = h.conversation_id and c.owner = 'agent' and c.epoch = h.epoch + 1
                and h.agent_id is null and h.ended_at is null %1$s
              returning h.conversation_id, h.agent_id
            ), ended as (
              update handoff h set ended_at = clock_timestamp(), offered_to = null
              from conversation c
              where c.id = h.conversation_id and h.ended_at is null %1$s
                and (c.owner in ('bot', 'nobody') or (c.owner = 'queue' and c.epoch > h.epoch) or c.epoch > h.epoch + 1)
              returning h.conversation_id
            )
            select (select count(*) from entered) + (select count(*) from assigned) + (select count(*) from ended) as changes,
              (select coalesce(array_agg(distinct agent_id), '{}') from (
                select agent_id from assigned union all select agent_id from entered where agent_id is not null) b) as busy,
              (select coalesce(array_agg(code), '{}') from entered) as reasons
            """;

    /** In one order for all, since others do the same at the same time. */
    private static final String BUSY = """
            update presence p set idle_since = now()
            from (select staff_id from presence where staff_id = any($1) order by staff_id for update) b
            where p.staff_id = b.staff_id
            """;

    private static final String FOLLOW_ALL = FOLLOW.formatted("");
    private static final String FOLLOW_THESE = FOLLOW.formatted("and c.id = any($3)");

    private final Pool database;
    private final StoredJson json;
    private final Plans plans;
    private final Placement placement;
    private final QueueLock lock;

    Handoffs(Pool database, StoredJson json, Plans plans, Placement placement, QueueLock lock) {
        this.database = database;
        this.lock = lock;
        this.json = json;
        this.plans = plans;
        this.placement = placement;
    }

    public Uni<Void> follow(ConversationId conversation) {
        return follow(database, FOLLOW_THESE, worth().addArrayOfUUID(new UUID[] {conversation.value()}))
                .call(() -> placement.place())
                .replaceWithVoid();
    }

    /** The rows of these conversations; how many changed. */
    public Uni<Long> follow(Set<UUID> conversations) {
        return conversations.isEmpty()
                ? placeAnew()
                : lock.alone((transaction, now) -> follow(
                                transaction, FOLLOW_THESE, worth().addArrayOfUUID(conversations.toArray(UUID[]::new))))
                        .call(() -> placement.place());
    }

    /** After a change of the plan; how many were looked at. */
    private Uni<Long> placeAnew() {
        return placement.place().map(Integer::longValue);
    }

    /** What is known of the customer has changed; if they wait, the rules look at them again. */
    public Uni<Void> placeAnew(CustomerId customer) {
        return database.preparedQuery("""
                        update handoff h set plan_version = -1 from conversation c
                        where c.id = h.conversation_id and c.customer_id = $1 and c.owner = 'queue'
                          and h.ended_at is null and h.assigned_at is null
                        """)
                .execute(Tuple.of(customer.value()))
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : placement.place().replaceWithVoid());
    }

    /** Makes up for changes of which nobody heard; how many there were. */
    public Uni<Long> followAll() {
        return lock.alone((transaction, now) -> follow(transaction, FOLLOW_ALL, worth()))
                .call(() -> placement.place());
    }

    /** What the rules add to the place in the queue comes with {@link Placement}. */
    private Tuple worth() {
        var settings = plans.current().plan().settings();
        return Tuple.of((double) settings.pointsPerTier(), (double) settings.secondsPerPoint());
    }

    private static Uni<Long> follow(SqlClient database, String sql, Tuple parameters) {
        return database.preparedQuery(sql)
                .execute(parameters)
                .map(rows -> rows.iterator().next())
                .invoke(row -> Stream.of(row.getArrayOfStrings("reasons"))
                        .forEach(reason -> Metrics.counter("yiwen.handoffs", "reason", reason)
                                .increment()))
                .call(row -> row.getArrayOfUUIDs("busy").length == 0
                        ? Uni.createFrom().voidItem()
                        : database.preparedQuery(BUSY)
                                .execute(Tuple.tuple().addArrayOfUUID(row.getArrayOfUUIDs("busy"))))
                .map(row -> row.getLong("changes"));
    }

    /** Notes how a conversation ended. */
    public Uni<Void> conclude(ConversationId conversation, WrapUp end) {
        return database.preparedQuery("""
                        update handoff set disposition = $2, notes = $3, category = $4, summary = $5 where (conversation_id, epoch) =
                          (select conversation_id, max(epoch) from handoff where conversation_id = $1 group by 1)
                        """)
                .execute(Tuple.of(conversation.value(), end.disposition(), end.notes(), end.category(), end.summary()))
                .replaceWithVoid();
    }

    /** Why and since when the customer wanted the human whom they were given last. */
    public Uni<Optional<Owner.Queue>> lastWait(ConversationId conversation) {
        return database.preparedQuery("""
                        select reason::text, requested_at from handoff
                        where conversation_id = $1 order by epoch desc limit 1
                        """)
                .execute(Tuple.of(conversation.value()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(wait(rows.iterator().next())));
    }

    private Owner.Queue wait(Row row) {
        return new Owner.Queue(
                json.read(row.getString("reason"), HandoffReason.class),
                row.getOffsetDateTime("requested_at").toInstant());
    }

    /** Whether somebody was in danger in it. */
    public Uni<Boolean> wasUrgent(ConversationId conversation) {
        return database.preparedQuery(
                        "select exists (select from handoff where conversation_id = $1 and urgent_at is not null)")
                .execute(Tuple.of(conversation.value()))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /** Whether that agent had the conversation once. */
    public Uni<Boolean> servedBy(ConversationId conversation, StaffId agent) {
        return database.preparedQuery(
                        "select exists (select 1 from handoff where conversation_id = $1 and agent_id = $2)")
                .execute(Tuple.of(conversation.value(), agent.value()))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /** Whether that agent was the last who had it, and nobody else was waited for since. */
    public Uni<Boolean> lastServedBy(ConversationId conversation, StaffId agent) {
        return database.preparedQuery("""
                        select coalesce((select agent_id = $2 from handoff
                          where conversation_id = $1 order by epoch desc limit 1), false)
                        """)
                .execute(Tuple.of(conversation.value(), agent.value()))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }
}
