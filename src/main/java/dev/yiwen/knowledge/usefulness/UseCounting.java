package dev.yiwen.knowledge.usefulness;

import dev.yiwen.knowledge.ArticleCounts;
import dev.yiwen.knowledge.ArticleCounts.Count;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Leader;
import dev.yiwen.shared.Rhythm;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts day by day what articles did, by one instance. A day is counted anew, whole, as long as verdicts may still come; then its counts
 * stay, whoever is erased. So a look at the page reads counts and no turns.
 */
@Singleton
class UseCounting {
    /** The first time, and of an installation that stood still. */
    static final int MOST_DAYS = 90;

    private static final Duration EVERY = Duration.ofMinutes(10);

    /** Verdicts on the turns of a day come for some days more. */
    private static final int AGAIN_DAYS = 7;

    private static final Duration AGAIN_EVERY = Duration.ofHours(1);
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Pool database;
    private final List<ArticleCounts> sources;
    private final Leader leader;
    private @Nullable Uni<Void> underWay;

    UseCounting(Pool database, Instance<ArticleCounts> sources, Leader leader) {
        this.database = database;
        this.sources = sources.stream().toList();
        this.leader = leader;
    }

    void start(@Observes StartupEvent event, Rhythm rhythm) {
        rhythm.every(EVERY, this::now);
    }

    /**
     * What was done since the last time. Who comes while this instance counts waits for that count; while another counts, what is
     * there is told.
     */
    synchronized Uni<Void> now() {
        var running = underWay;
        if (running == null) {
            running = leader.alone("article-use", () -> UseStore.run(database).chain(this::since))
                    .onTermination()
                    .invoke(this::ended)
                    .memoize()
                    .indefinitely();
            underWay = running;
        }
        return running;
    }

    private synchronized void ended() {
        underWay = null;
    }

    /** The same, unless it was done just now. */
    Uni<Void> fresh() {
        return UseStore.run(database)
                .chain(run -> isFresh(run.countedAt()) ? Uni.createFrom().voidItem() : now());
    }

    private static boolean isFresh(@Nullable Instant countedAt) {
        return countedAt != null && countedAt.isAfter(Instant.now().minus(FRESH));
    }

    private Uni<Void> since(UseStore.Run run) {
        var at = Instant.now();
        var today = HomeZone.today();
        var again = run.againAt();
        boolean all = again == null || again.isBefore(at.minus(AGAIN_EVERY));
        var first = first(run, today, all);
        return Multi.createFrom()
                .iterable(first.datesUntil(today.plusDays(1)).toList())
                .onItem()
                .transformToUniAndConcatenate(this::count)
                .collect()
                .last()
                .chain(() -> UseStore.ran(database, at, all));
    }

    private static LocalDate first(UseStore.Run run, LocalDate today, boolean all) {
        var counted = run.countedAt();
        var longest = today.minusDays(MOST_DAYS - 1L);
        if (counted == null) {
            return longest;
        }
        var last = counted.atZone(HomeZone.id()).toLocalDate();
        var first = all ? last.minusDays(AGAIN_DAYS) : last;
        return first.isBefore(longest) ? longest : first;
    }

    private Uni<Void> count(LocalDate day) {
        return Multi.createFrom()
                .iterable(sources)
                .onItem()
                .transformToUniAndConcatenate(it -> it.on(day))
                .collect()
                .asList()
                .chain(all -> write(day, all.stream().flatMap(List::stream).toList()));
    }

    private Uni<Void> write(LocalDate day, List<Count> counts) {
        return database.withTransaction(tx -> UseStore.replace(tx, day, counts));
    }
}
