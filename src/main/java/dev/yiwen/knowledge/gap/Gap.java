package dev.yiwen.knowledge.gap;

import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.AskedTurns.Missed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Questions that ask the same and are not answered.
 *
 * @param title the most typical wording
 * @param asked how often, in all
 * @param days how often on each of the last {@value GapStore#DAYS} days, the oldest first
 * @param channels how often on each channel
 * @param missed how often in which way
 * @param wordings the customers' own, the most recent first, at most {@value GapStore#SHOWN}
 * @param replies what agents answered, at most {@value GapStore#SHOWN}
 * @param reason why it is ignored
 * @param article what was drafted for it
 * @param answered how often its article was given since it was published, without a word that it did not help
 */
public record Gap(
        UUID id,
        String title,
        State state,
        long asked,
        List<Long> days,
        Map<String, Long> channels,
        Map<Missed, Long> missed,
        List<String> wordings,
        List<String> replies,
        @Nullable String owner,
        @Nullable String reason,
        @Nullable ArticleId article,
        long answered,
        Instant openedAt,
        Instant lastAskedAt,
        @Nullable Instant reopenedAt) {

    /** Open → drafted → published → answered; ignored with a reason, and back. */
    public enum State {
        OPEN,
        /** An article, or a phrasing of one, waits to be published. */
        DRAFTED,
        /** It is published, and nobody has asked since. */
        PUBLISHED,
        /** Later askers got the answer. */
        ANSWERED,
        IGNORED
    }
}
