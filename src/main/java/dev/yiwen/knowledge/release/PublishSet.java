package dev.yiwen.knowledge.release;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Several articles that are published together.
 *
 * @param goesLiveAt its moment, or null
 * @param publisher who published it, or said when; null while it is open
 */
record PublishSet(
        UUID id,
        String name,
        State state,
        @Nullable Instant goesLiveAt,
        String createdBy,
        Instant createdAt,
        @Nullable String publisher,
        @Nullable Instant publishedAt,
        List<Entry> articles) {

    enum State {
        OPEN,
        SCHEDULED,
        PUBLISHED
    }

    /** @param revision what would be published: the latest; once it is, what was */
    record Entry(ArticleId article, String slug, String question, int revision, Article.State state) {}

    PublishSet {
        articles = List.copyOf(articles);
    }

    PublishSet with(List<Entry> entries) {
        return new PublishSet(id, name, state, goesLiveAt, createdBy, createdAt, publisher, publishedAt, entries);
    }
}
