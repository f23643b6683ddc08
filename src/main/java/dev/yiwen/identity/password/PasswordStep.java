package dev.yiwen.identity.password;

import dev.yiwen.identity.Right;
import dev.yiwen.identity.RolesWith;
import dev.yiwen.shared.FirstStep;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;

/** Nobody who manages staff has a one-time password any more. */
@Singleton
final class PasswordStep implements FirstStep {
    private static final String DONE = """
            select not exists (select from staff where active and must_change_password and roles && %s)""".formatted(RolesWith.sql(Right.STAFF));

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
