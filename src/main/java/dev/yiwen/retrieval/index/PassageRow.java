package dev.yiwen.retrieval.index;

import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Audience;

/**
 * A passage that the reader may see.
 *
 * @param cosine similarity to the query, −1 to 1
 */
public record PassageRow(Passage passage, double cosine) {

    public long id() {
        return passage.id();
    }

    public ArticleId article() {
        return passage.article();
    }

    public int revision() {
        return passage.revision();
    }

    public String slug() {
        return passage.slug();
    }

    public String title() {
        return passage.heading().text();
    }

    public Audience audience() {
        return passage.audience();
    }

    public String text() {
        return passage.text();
    }
}
