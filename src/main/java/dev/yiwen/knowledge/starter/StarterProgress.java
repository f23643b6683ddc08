package dev.yiwen.knowledge.starter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;

/** How far the import of the starter knowledge is, for all instances: it may be cut off in one and go on in another. */
@Singleton
final class StarterProgress {
    private static final String BEGIN =
            "insert into starter_import (begun_at) select now() where not exists (select from article) on conflict do nothing";
    private static final String WANTED = "select exists (select from starter_import where finished_at is null)";

    /** Nobody may have begun yet. */
    private static final String DONE = """
            select coalesce((select finished_at is not null from starter_import), exists (select from article))
            """;

    private final Pool database;

    StarterProgress(Pool database) {
        this.database = database;
    }

    /** Begins it in an installation without any article. Whether there is something to import. */
    Uni<Boolean> begin() {
        return database.query(BEGIN).execute().chain(() -> ask(WANTED));
    }

    Uni<Void> finish() {
        return database.query("update starter_import set finished_at = now()")
                .execute()
                .replaceWithVoid();
    }

    /** Whether it is there, or the installation has knowledge of its own. */
    Uni<Boolean> isDone() {
        return ask(DONE);
    }

    private Uni<Boolean> ask(String question) {
        return database.query(question)
                .execute()
                .map(rows -> rows.iterator().next().getBoolean(0));
    }
}
