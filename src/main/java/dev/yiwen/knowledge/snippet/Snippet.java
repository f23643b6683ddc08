package dev.yiwen.knowledge.snippet;

import dev.yiwen.knowledge.Article;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A named value.
 *
 * @param version grows with each change, and with each that is proposed
 * @param proposed what it is to be, once somebody else has looked
 * @param unseenBy who changed it at once, while nobody else has looked
 * @param uses the articles whose answers name it, by topic
 */
record Snippet(
        UUID id,
        String name,
        String value,
        int version,
        String changedBy,
        Instant changedAt,
        @Nullable Proposal proposed,
        @Nullable String unseenBy,
        List<SnippetUse> uses) {

    record Proposal(String value, String reason, String by, Instant at) {}

    /** @param state of its revision that names it; of several the one that is nearest to customers */
    record SnippetUse(UUID article, String slug, String question, Article.State state) {}

    /**
     * @param before null when it was made, {@code after} null when it was removed
     * @param confirmer who looked, if that was somebody else
     */
    record SnippetChange(
            @Nullable String before,
            @Nullable String after,
            String reason,
            String author,
            @Nullable String confirmer,
            Instant at) {}

    Snippet {
        uses = List.copyOf(uses);
    }

    Snippet usedIn(List<SnippetUse> articles) {
        return new Snippet(id, name, value, version, changedBy, changedAt, proposed, unseenBy, articles);
    }
}
