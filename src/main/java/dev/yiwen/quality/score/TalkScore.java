package dev.yiwen.quality.score;

import dev.yiwen.quality.score.CriterionFinding.Outcome;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What findings come to, of the whole of a conversation or of somebody who served in it.
 *
 * @param compliance 0 to 100, less the points of what was broken; null where nothing could be judged
 * @param experience likewise
 * @param risk 0 (none) to 100
 * @param attitude 1 to 5; null likewise
 * @param judged which share of what there is to judge could be judged, by points
 */
public record TalkScore(
        String who,
        @Nullable Integer compliance,
        @Nullable Integer experience,
        @Nullable Integer risk,
        @Nullable Double attitude,
        double judged) {
    private static final int FULL = 100;
    private static final double BEST = 5;

    /** Stands among criteria that are not reliable for attitude itself. */
    static final String ATTITUDE = "attitude";

    /** Of the whole, then of each who is named in a finding. */
    public static List<TalkScore> of(List<CriterionFinding> findings) {
        return of(findings, Set.of());
    }

    /** @param unreliable criteria that count as if they could not be judged */
    static List<TalkScore> of(List<CriterionFinding> all, Set<String> unreliable) {
        var findings = all.stream()
                .map(it -> unreliable.contains(it.criterion().key()) ? it.with(Outcome.NOT_JUDGED) : it)
                .toList();
        boolean mannered = !unreliable.contains(ATTITUDE);
        Set<String> people = new TreeSet<>();
        findings.stream()
                .map(CriterionFinding::who)
                .filter(it -> !it.equals(JudgedTalk.WHOLE))
                .forEach(people::add);
        var scores = new java.util.ArrayList<TalkScore>();
        scores.add(of(JudgedTalk.WHOLE, findings, mannered));
        for (String who : people) {
            scores.add(
                    of(who, findings.stream().filter(it -> it.who().equals(who)).toList(), mannered));
        }
        return scores;
    }

    private static TalkScore of(String who, List<CriterionFinding> findings, boolean attitude) {
        var judged = findings.stream()
                .filter(it -> it.outcome() != Outcome.NOT_JUDGED)
                .toList();
        int all = points(findings);
        var risk = left(judged, Criterion.Dimension.RISK);
        boolean mannered =
                attitude && judged.stream().anyMatch(it -> it.criterion().attitude() > 0);
        double cost = broken(judged).stream()
                .mapToDouble(it -> it.criterion().attitude())
                .sum();
        return new TalkScore(
                who,
                left(judged, Criterion.Dimension.COMPLIANCE),
                left(judged, Criterion.Dimension.EXPERIENCE),
                risk == null ? null : FULL - risk,
                mannered ? Math.max(1, BEST - cost) : null,
                all == 0 ? 0 : (double) points(judged) / all);
    }

    private static @Nullable Integer left(List<CriterionFinding> judged, Criterion.Dimension dimension) {
        var of = judged.stream()
                .filter(it -> it.criterion().score() == dimension)
                .toList();
        return of.isEmpty() ? null : Math.max(0, FULL - points(broken(of)));
    }

    private static List<CriterionFinding> broken(List<CriterionFinding> findings) {
        return findings.stream().filter(it -> it.outcome() == Outcome.BROKEN).toList();
    }

    private static int points(List<CriterionFinding> findings) {
        return findings.stream().mapToInt(it -> it.criterion().points()).sum();
    }
}
