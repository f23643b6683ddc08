package dev.yiwen.knowledge.usefulness;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.yiwen.knowledge.ArticleCounts.Measure;
import dev.yiwen.knowledge.ArticleId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a live article did in a period.
 *
 * @param lookedAt when it was published, reviewed or looked at, whichever was last
 * @param liveSince when it was live first, in whatever revision
 * @param counts of the period
 * @param lately how often it was shown or suggested in {@value UseCounting#MOST_DAYS} days, whatever the period
 * @param standing what is the matter with it
 * @param cost customers whom it did not help, or will not: what sorts the list
 * @param trend how often it was shown in each part of the period, the oldest first; empty where it is not told
 * @param change what the last publishing did; null where it is not told, or was not in the period
 */
record Usefulness(
        ArticleId article,
        String slug,
        String title,
        int revision,
        String author,
        @Nullable UUID authorId,
        @Nullable LocalDate validTo,
        Instant liveFrom,
        Instant liveSince,
        Instant lookedAt,
        Counts counts,
        int lately,
        Set<Standing> standing,
        int cost,
        List<Integer> trend,
        @Nullable Change change) {

    /** What to do about an article. */
    enum Standing {
        /** It did not help, or a human had to. */
        HURTS,
        /** It ends soon. */
        EXPIRING,
        /** Nobody has looked at it for long. */
        STALE,
        /** Live for long, and nobody has got it. */
        ORPHAN
    }

    /** How often of each; what never was is left out. */
    record Counts(@JsonValue Map<Measure, Integer> of) {
        static final Counts NONE = new Counts(Map.of());

        Counts {
            of = Map.copyOf(of);
        }

        int get(Measure measure) {
            return of.getOrDefault(measure, 0);
        }

        Counts plus(Counts other) {
            var sum = new EnumMap<Measure, Integer>(Measure.class);
            sum.putAll(of);
            other.of.forEach((measure, n) -> sum.merge(measure, n, Integer::sum));
            return new Counts(sum);
        }
    }

    /** Within the period, before what is live now was published and since. */
    record Change(Counts before, Counts since) {}

    Usefulness judged(LocalDate today, Instant now, Rule rule) {
        var found = EnumSet.noneOf(Standing.class);
        int hurt = counts.get(Measure.NOT_HELPFUL) + rule.handoverWeight * counts.get(Measure.HANDED_OVER);
        if (hurt > 0) {
            found.add(Standing.HURTS);
        }
        var last = validTo;
        boolean ends = last != null && last.isBefore(today.plusDays(rule.soonDays + 1L));
        if (ends) {
            found.add(Standing.EXPIRING);
        }
        if (lookedAt.isBefore(now.minus(rule.staleDays, ChronoUnit.DAYS))) {
            found.add(Standing.STALE);
        }
        if (lately == 0 && liveSince.isBefore(now.minus(UseCounting.MOST_DAYS, ChronoUnit.DAYS))) {
            found.add(Standing.ORPHAN);
        }
        return with(found, hurt + (ends ? counts.get(Measure.SHOWN) : 0), trend, change);
    }

    Usefulness told(List<Integer> trend, @Nullable Change change) {
        return with(standing, cost, trend, change);
    }

    private Usefulness with(Set<Standing> standing, int cost, List<Integer> trend, @Nullable Change change) {
        return new Usefulness(
                article,
                slug,
                title,
                revision,
                author,
                authorId,
                validTo,
                liveFrom,
                liveSince,
                lookedAt,
                counts,
                lately,
                Set.copyOf(standing),
                cost,
                trend,
                change);
    }

    /**
     * By what an article is judged.
     *
     * @param handoverWeight as how many “not helpful” one counts that went to a human
     */
    record Rule(int staleDays, int soonDays, int handoverWeight) {}
}
