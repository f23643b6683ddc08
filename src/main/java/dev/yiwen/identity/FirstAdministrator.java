package dev.yiwen.identity;

import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Messages;
import io.quarkus.logging.Log;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes the login {@code admin} when the service starts with nobody who could sign in. */
@Singleton
final class FirstAdministrator {
    private static final String LOGIN = "admin";

    private final Pool pool;
    private final Messages messages;
    private final Optional<String> configured;

    FirstAdministrator(Pool pool, Messages messages, IdentityConfig config) {
        this.pool = pool;
        this.messages = messages;
        this.configured = config.adminPassword().filter(it -> !it.isBlank());
    }

    /** Runs when the service serves: the other commands of the same program make nobody. */
    void onServing(@ObservesAsync HttpServerStart start) {
        anybody()
                .chain(somebody -> somebody ? Uni.createFrom().voidItem() : create())
                .subscribe()
                .with(done -> {}, e -> Log.error("The first administrator could not be created", e));
    }

    private Uni<Boolean> anybody() {
        return pool.query("select exists (select 1 from staff)")
                .execute()
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    private Uni<Void> create() {
        var password = configured.orElseGet(OneTimePassword::next);
        return Passwords.hash(password)
                .chain(this::insert)
                .invoke(created -> {
                    if (created && configured.isEmpty()) {
                        print(password);
                    }
                })
                .replaceWithVoid();
    }

    /** Of two instances that start at once, one inserts. */
    private Uni<Boolean> insert(String hash) {
        return pool.preparedQuery("""
                        insert into staff (id, login, name, roles, password_hash, must_change_password)
                        select $1, $2, $2, '{ADMIN}', $3, $4 where not exists (select 1 from staff)
                        on conflict (login) do nothing
                        """)
                .execute(Tuple.of(Ids.next(), LOGIN, hash, configured.isEmpty()))
                .map(rows -> rows.rowCount() == 1);
    }

    /** On standard output and not in the log, which is kept: shown once, changed at the first sign-in. */
    private void print(String password) {
        var facts = Map.of("login", LOGIN, "password", password);
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            System.out.printf("%n%s%n", messages.text(language, "identity.first-administrator", facts));
        }
        System.out.println();
    }
}
