package dev.yiwen.identity.password;

import dev.yiwen.shared.FirstStep;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;

/** No administrator has a one-time password any more. */
@Singleton
final class PasswordStep implements FirstStep {
    private static final String DONE = """
            select not exists (select from staff where active and must_change_password and 'ADMIN' = any(roles))""";

    private final Pool database;

    PasswordStep(Pool database) {
        this.database = database;
    }

    @Override
    public Key key() {
        return Key.PASSWORD;
    }

    @Override
    public Uni<Boolean> isDone() {
        return database.query(DONE).execute().map(rows -> rows.iterator().next().getBoolean(0));
    }
}
