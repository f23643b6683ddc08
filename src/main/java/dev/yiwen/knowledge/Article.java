package dev.yiwen.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One revision of one curated answer, as everything outside this feature sees it.
 *
 * @param slug stable name, {@code topic/name}
 * @param question the standard question
 * @param answer Markdown
 * @param validFrom first valid day of the company, or null
 * @param validTo last valid day of the company, or null
 */
public record Article(
        ArticleId id,
        String slug,
        int revision,
        State state,
        String question,
        List<String> phrasings,
        String answer,
        Audience audience,
        String product,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<String> tags,
        String author,
        Instant changedAt) {

    /** Draft → in review → published → expired or archived. */
    public enum State {
        DRAFT,
        IN_REVIEW,
        PUBLISHED,
        ARCHIVED
    }

    public Article {
        phrasings = List.copyOf(phrasings);
        tags = List.copyOf(tags);
    }

    /** Whether {@code day} (of the company) lies in the validity period. */
    public boolean validOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }
}
