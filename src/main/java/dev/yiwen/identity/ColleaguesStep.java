package dev.yiwen.identity;

import dev.yiwen.shared.FirstStep;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;

/** Somebody besides the first administrator. */
@Singleton
final class ColleaguesStep implements FirstStep {
    private final Pool database;

    ColleaguesStep(Pool database) {
        this.database = database;
    }

    @Override
    public Key key() {
        return Key.COLLEAGUES;
    }

    @Override
    public Uni<Boolean> isDone() {
        return database.query("select count(*) > 1 from staff where active")
                .execute()
                .map(rows -> rows.iterator().next().getBoolean(0));
    }
}
