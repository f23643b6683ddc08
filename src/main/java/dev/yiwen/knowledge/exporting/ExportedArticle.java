package dev.yiwen.knowledge.exporting;

import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.importing.source.BaseRevision;

/** An article as a file has it: what is published, else what is being written. */
record ExportedArticle(String slug, int revision, ArticleDraft content) {

    /** By which an import knows what it was exported from. */
    String base() {
        return BaseRevision.of(revision, content);
    }
}
