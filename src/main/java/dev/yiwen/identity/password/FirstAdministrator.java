package dev.yiwen.identity.password;

import dev.yiwen.identity.IdentityConfig;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.RolesWith;
import dev.yiwen.shared.Ids;
import io.quarkus.logging.Log;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the login {@code admin}, with every role, when the service starts with nobody, and a new one-time password for an administrator when it
 * starts with none who could sign in: those that they had have ended.
 */
@Singleton
public final class FirstAdministrator {
    private static final String LOGIN = "admin";

    /** Of two instances that start at once, one inserts. */
    private static final String INSERT = """
            insert into staff (id, login, name, roles, password_hash, must_change_password, one_time_until)
            select $1, $2, $2, '{ADMIN,AGENT,EDITOR,SUPERVISOR}', $3, $4, case when $4 then now() + $5::float8 * interval '1 second' end
            where not exists (select 1 from staff)
            on conflict (login) do nothing
            returning login
            """;

    /** And one renews: then there is somebody who could sign in. */
    private static final String RENEW = """
            update staff set password_hash = $1, must_change_password = $2, session_epoch = session_epoch + 1,
              one_time_until = case when $2 then now() + $3::float8 * interval '1 second' end
            where id = (
                select id from staff where active and roles && %s order by (login = 'admin') desc, created_at limit 1)
              and one_time_until < now() and must_change_password
            returning login
            """.formatted(RolesWith.sql(Right.STAFF));

    private static final String STATE = """
            select exists (select from staff) as anybody, exists (
              select from staff where active and roles && %s
                and not (must_change_password and coalesce(one_time_until < now(), false))) as somebody
            """.formatted(RolesWith.sql(Right.STAFF));

    private final Pool pool;
    private final Passwords passwords;
    private final PasswordStrength strength;
    private final IdentityConfig config;
    private final FirstPassword told;
    private volatile boolean settled;

    FirstAdministrator(
            Pool pool, Passwords passwords, PasswordStrength strength, IdentityConfig config, FirstPassword told) {
        this.pool = pool;
        this.told = told;
        this.passwords = passwords;
        this.strength = strength;
        this.config = config;
    }

    /** Runs when the service serves: the other commands of the same program make nobody. */
    void onServing(@ObservesAsync HttpServerStart start) {
        seeTo().onTermination()
                .invoke(() -> settled = true)
                .subscribe()
                .with(done -> {}, e -> Log.error("The first administrator could not be created", e));
    }

    /** Whether somebody can sign in, or why not stands in the log. */
    boolean settled() {
        return settled;
    }

    public Uni<Void> seeTo() {
        return told.clear()
                .chain(() -> pool.query(STATE).execute())
                .map(rows -> rows.iterator().next())
                .chain(state -> {
                    if (state.getBoolean("somebody")) {
                        return Uni.createFrom().voidItem();
                    }
                    return state.getBoolean("anybody") ? give(false) : give(true);
                });
    }

    private Uni<Void> give(boolean first) {
        return configured().chain(chosen -> {
            var password = chosen.orElseGet(OneTimePassword::next);
            return passwords
                    .hash(password)
                    .chain(hash -> first ? insert(hash, chosen.isEmpty()) : renew(hash, chosen.isEmpty()))
                    .chain(login -> login != null && chosen.isEmpty()
                            ? told.tell(login, password)
                            : Uni.createFrom().voidItem());
        });
    }

    /** Empty as well when anybody could guess it. */
    private Uni<Optional<String>> configured() {
        var chosen = config.adminPassword().filter(it -> !it.isBlank());
        return chosen.map(it -> strength.judge(it, LOGIN, LOGIN).map(judgement -> {
                    if (!judgement.enough()) {
                        Log.warn(
                                "yiwen.identity.admin-password is easy to guess, or too short or long: a one-time password"
                                        + " is printed in its place");
                    }
                    return chosen.filter(same -> judgement.enough());
                }))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<@Nullable String> insert(String hash, boolean oneTime) {
        return pool.preparedQuery(INSERT)
                .execute(Tuple.of(Ids.next(), LOGIN, hash, oneTime, seconds()))
                .map(FirstAdministrator::login);
    }

    private Uni<@Nullable String> renew(String hash, boolean oneTime) {
        return pool.preparedQuery(RENEW)
                .execute(Tuple.of(hash, oneTime, seconds()))
                .map(FirstAdministrator::login);
    }

    private double seconds() {
        return config.oneTimePassword().toSeconds();
    }

    private static @Nullable String login(RowSet<Row> rows) {
        return rows.rowCount() == 0 ? null : rows.iterator().next().getString("login");
    }
}
