package dev.yiwen.knowledge;

import dev.yiwen.shared.FirstStep;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;

/** There is something to answer from. */
@Singleton
final class KnowledgeStep implements FirstStep {
    private final Pool database;

    KnowledgeStep(Pool database) {
        this.database = database;
    }

    @Override
    public Key key() {
        return Key.KNOWLEDGE;
    }

    @Override
    public Uni<Boolean> isDone() {
        return database.query("select exists (select from article_revision where state = 'PUBLISHED')")
                .execute()
                .map(rows -> rows.iterator().next().getBoolean(0));
    }
}
