package dev.yiwen.retrieval;

import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Audience;

/**
 * A passage that the reader may see.
 *
 * @param cosine similarity to the query, −1 to 1
 */
record PassageRow(Passage passage, double cosine) {

    long id() {
        return passage.id();
    }

    ArticleId article() {
        return passage.article();
    }

    int revision() {
        return passage.revision();
    }

    String slug() {
        return passage.slug();
    }

    String title() {
        return passage.title();
    }

    Audience audience() {
        return passage.audience();
    }

    String text() {
        return passage.text();
    }
}
