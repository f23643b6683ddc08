package dev.yiwen.knowledge.snippet;

import dev.yiwen.knowledge.Article;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A named value.
 *
 * @param version grows with each change
 * @param uses the articles whose answers name it, by topic
 */
record Snippet(
        UUID id, String name, String value, int version, String changedBy, Instant changedAt, List<SnippetUse> uses) {

    /** @param state of its revision that names it; of several the one that is nearest to customers */
    record SnippetUse(UUID article, String slug, String question, Article.State state) {}

    /** @param before null when it was made, {@code after} null when it was removed */
    record SnippetChange(
            @org.jspecify.annotations.Nullable String before,
            @org.jspecify.annotations.Nullable String after,
            String reason,
            String author,
            Instant at) {}

    Snippet {
        uses = List.copyOf(uses);
    }

    Snippet usedIn(List<SnippetUse> articles) {
        return new Snippet(id, name, value, version, changedBy, changedAt, articles);
    }
}
