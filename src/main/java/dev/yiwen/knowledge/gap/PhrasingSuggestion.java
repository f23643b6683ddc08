package dev.yiwen.knowledge.gap;

import dev.yiwen.knowledge.ArticleId;
import java.time.Instant;
import java.util.List;

/**
 * How else customers ask for an article: what they wrote, were asked back, and then chose it.
 *
 * @param times in all, in the last {@value ClarifiedQuestions#DAYS} days
 * @param wordings those that nobody has refused and the article has not, the most frequent first
 * @param refused those that somebody has refused
 */
record PhrasingSuggestion(
        ArticleId article, String slug, String title, long times, List<Wording> wordings, List<Refused> refused) {

    record Wording(String words, long times, Instant lastAt) {}

    /** @param by who, and why */
    record Refused(String words, String by, String reason) {}
}
