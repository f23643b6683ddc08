package dev.yiwen.knowledge.exporting;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.importing.source.BaseRevision;
import java.util.List;

/**
 * An article as a file has it: what is published, else what is being written.
 *
 * @param history all its revisions, the oldest first; empty when nobody asked for them
 */
record ExportedArticle(String slug, int revision, ArticleDraft content, List<Article> history) {
    ExportedArticle {
        history = List.copyOf(history);
    }

    ExportedArticle(String slug, int revision, ArticleDraft content) {
        this(slug, revision, content, List.of());
    }

    /** By which an import knows what it was exported from. */
    String base() {
        return BaseRevision.of(revision, content);
    }
}
