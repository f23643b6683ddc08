package dev.yiwen.knowledge;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** What the search over articles must do when one is published or retired; {@code retrieval} implements it. */
public interface ArticleIndex {

    /** Does the slow part (embedding) before any transaction is open. */
    Uni<Prepared> prepare(Article published);

    /** Takes the article out of the index, in the caller's transaction. */
    Uni<Void> remove(ArticleId article, SqlConnection transaction);

    /** An article ready to be written. */
    interface Prepared {
        /** Replaces whatever the index held of the article, in the caller's transaction. */
        Uni<Void> write(SqlConnection transaction);
    }
}
