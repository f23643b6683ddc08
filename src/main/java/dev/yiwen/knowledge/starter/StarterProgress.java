package dev.yiwen.knowledge.starter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;

/** How far the import of the starter knowledge is, for all instances: it may be cut off in one and go on in another. */
@Singleton
final class StarterProgress {
    private static final String BEGIN =
            "insert into starter_import (begun_at) select now() where not exists (select from article) on conflict do nothing";
    private static final String WANT = """
            insert into starter_import (begun_at) values (now()) on conflict (single) do update
              set begun_at = now(), finished_at = null, declined_at = null
            """;
    private static final String DECLINE =
            "insert into starter_import (declined_at) values (now()) on conflict (single) do update set declined_at = now()";
    private static final String WANTED =
            "select exists (select from starter_import where begun_at is not null and finished_at is null)";

    /** Nobody may have begun yet. */
    private static final String DONE = """
            select coalesce(
              (select begun_at is null or finished_at is not null from starter_import), exists (select from article))
            """;

    private static final String ASKED =
            "select exists (select from starter_import) or exists (select from article) as asked";

    private final Pool database;

    StarterProgress(Pool database) {
        this.database = database;
    }

    /** Begins it in an installation without any article. Whether there is something to import. */
    Uni<Boolean> begin() {
        return database.query(BEGIN).execute().chain(this::isUnderWay);
    }

    /** Begins it whatever is there. */
    Uni<Void> want() {
        return database.query(WANT).execute().replaceWithVoid();
    }

    Uni<Void> decline() {
        return database.query(DECLINE).execute().replaceWithVoid();
    }

    Uni<Void> finish() {
        return database.query("update starter_import set finished_at = now()")
                .execute()
                .replaceWithVoid();
    }

    /** Whether it was begun and is not at its end. */
    Uni<Boolean> isUnderWay() {
        return ask(WANTED);
    }

    /** Whether it is there, declined, or the installation has knowledge of its own. */
    Uni<Boolean> isDone() {
        return ask(DONE);
    }

    /** Whether somebody has decided, or the installation has knowledge of its own. */
    Uni<Boolean> isDecided() {
        return ask(ASKED);
    }

    private Uni<Boolean> ask(String question) {
        return database.query(question)
                .execute()
                .map(rows -> rows.iterator().next().getBoolean(0));
    }
}
