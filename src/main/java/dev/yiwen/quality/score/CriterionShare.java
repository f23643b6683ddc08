package dev.yiwen.quality.score;

/**
 * How often a criterion was broken in the conversations that ended in some time, as they are scored now.
 *
 * @param name with {@code english}, as it is called now
 * @param score into which it counts: {@code COMPLIANCE}, {@code EXPERIENCE} or {@code RISK}
 * @param n conversations in which it could be judged
 * @param broken conversations in which it was broken and still is, after appeals
 * @param before with {@code brokenBefore}, the same of the time before
 * @param appealed objections that were made in this time, {@code overturned} those of them that were right
 */
public record CriterionShare(
        String key,
        String name,
        String english,
        String score,
        long n,
        long broken,
        long before,
        long brokenBefore,
        long appealed,
        long overturned) {}
