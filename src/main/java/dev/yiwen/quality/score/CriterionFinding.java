package dev.yiwen.quality.score;

import java.util.List;

/**
 * What a criterion found of somebody.
 *
 * @param who {@code bot}, an agent's id, or {@code all} for what concerns nobody alone
 * @param seqs the messages it rests on; a broken one has some
 */
public record CriterionFinding(Criterion criterion, String who, Outcome outcome, List<Long> seqs) {
    private static final int MOST = 12;

    public CriterionFinding {
        seqs = seqs.stream().distinct().sorted().limit(MOST).toList();
        // No quote, no deduction.
        if (outcome == Outcome.BROKEN && seqs.isEmpty()) {
            outcome = Outcome.NOT_JUDGED;
        }
    }

    /** What it comes to. */
    public enum Outcome {
        KEPT,
        BROKEN,
        /** Broken, as a machine sees it; a person saw it otherwise. */
        OVERTURNED,
        NOT_JUDGED
    }

    CriterionFinding with(Outcome other) {
        return new CriterionFinding(criterion, who, other, seqs);
    }
}
