package dev.yiwen.knowledge.exporting;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which articles are exported; null or empty means any.
 *
 * @param topic the first part of the slug
 * @param slug one article
 * @param ids exactly these
 * @param history whether each brings all its revisions along, which nothing imports
 */
public record ExportChoice(
        @Nullable String topic,
        @Nullable String tag,
        @Nullable String slug,
        @Nullable Set<UUID> ids,
        boolean history) {

    static ExportChoice all(boolean history) {
        return new ExportChoice(null, null, null, null, history);
    }

    boolean takes(UUID id, ExportedArticle article) {
        return (topic == null || topic.isBlank() || article.slug().startsWith(topic.strip() + "/"))
                && (tag == null || tag.isBlank() || article.content().tags().contains(tag.strip()))
                && (slug == null || slug.isBlank() || article.slug().equals(slug.strip()))
                && (ids == null || ids.contains(id));
    }
}
