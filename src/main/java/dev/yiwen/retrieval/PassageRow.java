package dev.yiwen.retrieval;

import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Audience;
import io.vertx.mutiny.sqlclient.Row;

/**
 * A passage that the reader may see.
 *
 * @param cosine similarity to the query, −1 to 1
 */
record PassageRow(
        long id,
        ArticleId article,
        int revision,
        String slug,
        String title,
        Audience audience,
        String text,
        double cosine) {

    static PassageRow of(Row row) {
        return new PassageRow(
                row.getLong("id"),
                ArticleId.of(row.getUUID("article_id")),
                row.getInteger("revision"),
                row.getString("slug"),
                row.getString("question"),
                Audience.valueOf(row.getString("audience")),
                row.getString("text"),
                row.getDouble("cosine"));
    }
}
