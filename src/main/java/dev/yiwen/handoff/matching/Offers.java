package dev.yiwen.handoff.matching;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.handoff.HandoffConfig;
import dev.yiwen.handoff.plan.Plan;
import dev.yiwen.handoff.plan.Plans;
import dev.yiwen.handoff.queue.EmergencyConfig;
import dev.yiwen.handoff.queue.QueueLock;
import dev.yiwen.identity.StaffId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Asks agents, one at a time, whether they take a waiting conversation. An offer is a row; it ends by itself. */
@Singleton
public final class Offers {
    /** Who was passed by everybody must not hide those behind. */
    private static final int LOOKED_AT_A_PLACE = 4;

    private static final String LAPSE = """
            update handoff set passed_by = array_append(passed_by, offered_to), offered_to = null
            where ended_at is null and offered_to is not null and offer_ends_at <= now()
            """;

    private static final String FORGIVE = """
            update handoff set passed_by = '{}'
            where ended_at is null and assigned_at is null and passed_by <> '{}' and offered_to is null
              and offer_ends_at < now() - case when urgent_at is null then $1::float8 else $2::float8 end * interval '1 second'
            """;

    private static final String OFFER = """
            update handoff h set offered_to = o.agent, offer_ends_at = now()
                + case when h.urgent_at is null then $4::float8 else least($4::float8, $5::float8) end * interval '1 second',
              offered_at = coalesce(h.offered_at, now())
            from unnest($1::uuid[], $2::int[], $3::uuid[]) as o (conversation, epoch, agent)
            where h.conversation_id = o.conversation and h.epoch = o.epoch and h.assigned_at is null and h.ended_at is null
              and (h.offered_to is null or h.offered_to = o.agent or h.offer_ends_at <= now())
            """;

    private final Pool database;
    private final QueueLock lock;
    private final HandoffConfig config;
    private final Plans plans;
    private final Present present;

    Offers(Pool database, QueueLock lock, HandoffConfig config, Plans plans, Present present) {
        this.database = database;
        this.lock = lock;
        this.config = config;
        this.plans = plans;
        this.present = present;
    }

    /** Both sides: who is there, and who waits, some of them in danger. */
    @Singleton
    record Present(Agents agents, EligibleQueue line, EmergencyConfig emergency) {}

    /** Ends what lapsed and offers what can be offered; how many offers were made or ended. */
    public Uni<Integer> renew() {
        return lock.alone((transaction, now) -> transaction
                .query(LAPSE)
                .execute()
                .map(RowSet::rowCount)
                .call(() -> transaction
                        .preparedQuery(FORGIVE)
                        .execute(Tuple.of(
                                seconds(config.offerAgain()),
                                seconds(present.emergency().offerAgain()))))
                .chain(lapsed -> offer(transaction, now).map(offered -> lapsed + offered)));
    }

    /**
     * Reserves the first conversation for that agent that is not offered to another, at any hour: whoever asks wants to work.
     * Of many who claim at once each gets another.
     */
    public Uni<Optional<Waiting>> claim(StaffId agent) {
        var plan = plans.current().plan();
        var matching = new Matching(plan.settings().widenSeconds(), List.of());
        return lock.alone((transaction, now) -> present.line()
                .first(transaction, 1, agent)
                .map(waiting -> waiting.stream()
                        .filter(it -> matching.suits(plan.skillsOf(agent), it))
                        .findFirst()
                        .or(() -> waiting.stream().findFirst()))
                .call(claimed -> claimed.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : offer(transaction, List.of(new Match(claimed.get(), agent)))));
    }

    /** The agent does not want it; false when it was not offered to that agent. */
    public Uni<Boolean> decline(ConversationId conversation, StaffId agent) {
        return database.preparedQuery("""
                        update handoff set passed_by = array_append(passed_by, offered_to), offered_to = null,
                          offer_ends_at = now()
                        where conversation_id = $1 and offered_to = $2 and ended_at is null
                        """)
                .execute(Tuple.of(conversation.value(), agent.value()))
                .map(rows -> rows.rowCount() > 0);
    }

    /** An agent who goes offline is asked no more. */
    public Uni<Void> withdraw(StaffId agent) {
        return lock.alone((transaction, now) -> transaction
                .preparedQuery("update handoff set offered_to = null where offered_to = $1 and ended_at is null")
                .execute(Tuple.of(agent.value()))
                .replaceWithVoid());
    }

    private Uni<Integer> offer(SqlConnection transaction, Instant now) {
        var plan = plans.current().plan();
        return present.agents()
                .there(transaction, plan)
                .chain(there -> there.isEmpty()
                        ? Uni.createFrom().item(0)
                        : waiting(transaction, Hands.free(there))
                                .map(waiting -> new Matching(plan.settings().widenSeconds(), there)
                                        .match(waiting.stream()
                                                .filter(it -> isOpen(plan, it, now))
                                                .toList()))
                                .chain(matches -> offer(transaction, matches)));
    }

    private Uni<List<Waiting>> waiting(SqlConnection transaction, int free) {
        return free == 0
                ? present.line().urgent(transaction, LOOKED_AT_A_PLACE)
                : present.line().first(transaction, LOOKED_AT_A_PLACE * free, null);
    }

    private static boolean isOpen(Plan plan, Waiting waiting, Instant now) {
        var hours = plan.hoursOf(waiting.wanted().group());
        // Who was handed to a colleague is being served already.
        return waiting.urgent() || waiting.colleague() != null || hours == null || hours.isOpen(now);
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
                                seconds(config.offer()),
                                seconds(present.emergency().offer())))
                        .map(RowSet::rowCount);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
