package dev.yiwen.quality.calibration;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What could be judged by people as well.
 *
 * @param machine its verdict, as people give theirs; null where it could not judge
 * @param doubt 0 (none) to 1
 */
record CalibrationCandidate(
        UUID conversation, String who, @Nullable Integer machine, double doubt) {
    /** Between good and bad, as the page of scores draws it. */
    private static final double LOW = 60;

    private static final double NEAR = 20;
    private static final double HALF = 0.5;
    private static final double UNJUDGED = 0.9;
    private static final int CONTENT = 4;

    /**
     * What speaks for doubt; the strongest counts.
     *
     * @param judged share of the conversation that could be judged
     * @param lowest of its scores, a risk being 100 less
     * @param dissatisfied probability, by the small model; null where it said nothing
     * @param rating 1 to 5; null where the customer gave none
     */
    record Signs(
            boolean notJudged,
            double judged,
            @Nullable Double lowest,
            @Nullable Double dissatisfied,
            @Nullable Integer rating,
            boolean appealed) {
        double doubt() {
            double doubt = appealed ? 1 : notJudged ? UNJUDGED : 1 - judged;
            var score = lowest;
            if (score != null) {
                doubt = Math.max(doubt, 1 - Math.abs(score - LOW) / NEAR);
            }
            var model = dissatisfied;
            var said = rating;
            if (model != null) {
                // What the model thinks and what the customer said are two things, or the model does not know itself.
                boolean against = said != null && (said >= CONTENT) == (model >= HALF);
                doubt = Math.max(doubt, against ? 2 * Math.abs(model - HALF) : 1 - 2 * Math.abs(model - HALF));
            }
            return Math.clamp(doubt, 0, 1);
        }
    }
}
