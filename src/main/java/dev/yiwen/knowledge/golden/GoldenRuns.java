package dev.yiwen.knowledge.golden;

import dev.yiwen.knowledge.KnowledgeVersion;
import dev.yiwen.knowledge.golden.GoldenRun.Cause;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Leader;
import dev.yiwen.shared.Rhythm;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Asks all golden questions of what is live: once the published knowledge has changed and then been left alone for a moment, and
 * every night, by one instance of all. What was run stands in the database, so that an instance that comes, or has missed a signal,
 * finds what is still to be done.
 */
@Singleton
class GoldenRuns {
    /** Also for how long nothing was published before a run begins. */
    private static final Duration EVERY = Duration.ofSeconds(5);

    private static final LocalTime NIGHT = LocalTime.of(3, 0);

    private final AtomicLong seen = new AtomicLong(-1);
    private final AtomicLong done = new AtomicLong(-1);
    private final Pool database;
    private final GoldenQuestions questions;
    private final GoldenAsking asking;
    private final KnowledgeVersion version;
    private final Leader leader;
    private volatile Instant lookedAtNight = Instant.MIN;

    GoldenRuns(Pool database, GoldenQuestions questions, GoldenAsking asking, KnowledgeVersion version, Leader leader) {
        this.database = database;
        this.questions = questions;
        this.asking = asking;
        this.version = version;
        this.leader = leader;
    }

    void start(@Observes StartupEvent event, Rhythm rhythm) {
        rhythm.every(EVERY, this::round);
    }

    private Uni<Void> round() {
        long now = version.current();
        boolean quiet = seen.getAndSet(now) == now;
        var night = lastNight(ZonedDateTime.now(HomeZone.id()));
        boolean nights = lookedAtNight.isBefore(night);
        if (!nights && (!quiet || now == done.get())) {
            return Uni.createFrom().voidItem();
        }
        return leader.alone(
                "golden",
                () -> GoldenRunStore.last(database, night)
                        .chain(last -> {
                            boolean changed = quiet && last.version() < now;
                            return last.any() && (changed || !last.tonight())
                                    ? run(changed ? Cause.PUBLISHED : Cause.NIGHT, now)
                                            .replaceWithVoid()
                                    : Uni.createFrom().voidItem();
                        })
                        .invoke(() -> {
                            lookedAtNight = night;
                            if (quiet) {
                                done.set(now);
                            }
                        }));
    }

    /** When the night's run was due last. */
    static Instant lastNight(ZonedDateTime now) {
        var tonight = now.with(NIGHT);
        return (tonight.isAfter(now) ? tonight.minusDays(1) : tonight).toInstant();
    }

    /** All of them, now. */
    Uni<GoldenRun> run(Cause cause) {
        return run(cause, version.current());
    }

    /** @param over seen before the first is asked: what is published meanwhile is not counted as asked */
    private Uni<GoldenRun> run(Cause cause, long over) {
        return questions
                .settled()
                .chain(asking::live)
                .chain(results -> store(run(cause, over, results.values()), results.values()));
    }

    /** One that is new or was changed. */
    Uni<Void> ask(SettledQuestion question) {
        long over = version.current();
        return asking.live(List.of(question))
                .chain(results -> GoldenRunStore.results(database, results.values(), over));
    }

    /** Newest first. */
    Uni<List<GoldenRun>> lately(int limit) {
        return GoldenRunStore.runs(database, limit);
    }

    /** The last of each question. */
    Uni<Map<UUID, GoldenRunStore.Result>> results() {
        return GoldenRunStore.results(database);
    }

    Uni<Map<String, GoldenRunStore.Named>> titles(Collection<String> slugs) {
        return GoldenRunStore.titles(database, slugs);
    }

    private Uni<GoldenRun> store(GoldenRun run, Collection<GoldenResult> results) {
        return database.withTransaction(tx -> GoldenRunStore.insert(tx, run, results))
                .replaceWith(run);
    }

    private static GoldenRun run(Cause cause, long over, Collection<GoldenResult> results) {
        var failed = results.stream().filter(it -> !it.passed()).toList();
        return new GoldenRun(
                Ids.next(),
                Instant.now(),
                cause,
                over,
                results.size() - failed.size(),
                failed.size(),
                (int) failed.stream().filter(it -> it.asked().mustPass()).count(),
                failed.stream()
                        .map(it ->
                                new GoldenRun.Failure(UUID.fromString(it.asked().name()), it.got()))
                        .toList());
    }
}
