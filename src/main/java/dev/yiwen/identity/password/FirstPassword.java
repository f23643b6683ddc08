package dev.yiwen.identity.password;

import dev.yiwen.identity.IdentityConfig;
import dev.yiwen.shared.Messages;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where whoever installs this reads the one-time password that the service made: in a file that only its user can read, from
 * which the launcher shows it with the addresses until it is changed; without one, on a terminal. Output that is no terminal is
 * kept and shipped, so it names the command that prints a password instead.
 */
@Singleton
final class FirstPassword {
    private static final Path OUTPUT = Path.of("/proc/self/fd/1");

    private final Pool pool;
    private final Passwords passwords;
    private final Messages messages;
    private final IdentityConfig config;
    private final Optional<Path> file;

    FirstPassword(Pool pool, Passwords passwords, Messages messages, IdentityConfig config) {
        this.pool = pool;
        this.passwords = passwords;
        this.messages = messages;
        this.config = config;
        this.file = config.firstPasswordFile();
    }

    private record Kept(String login, String password) {}

    /** Nothing is left of one that was changed, replaced or has ended. */
    Uni<Void> clear() {
        return Uni.createFrom()
                .item(this::read)
                .chain(kept -> kept.map(this::stillOpens)
                        .orElseGet(() -> Uni.createFrom().item(false)))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(opens -> {
                    if (!opens) {
                        delete();
                    }
                })
                .replaceWithVoid();
    }

    Uni<Void> tell(String login, String password) {
        return Uni.createFrom()
                .item(() -> {
                    if (file.isPresent()) {
                        write(file.get(), login + " " + password + "\n");
                    } else if (isTerminal()) {
                        print(login, password);
                    } else {
                        Log.warnf(
                                "The login %s has a one-time password, which is not written into a log;"
                                        + " ./yiwen admin reset-password %s prints one",
                                login, login);
                    }
                    return (Void) null;
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Uni<Boolean> stillOpens(Kept kept) {
        return pool.preparedQuery("""
                        select password_hash from staff
                        where login = $1 and active and must_change_password and coalesce(one_time_until > now(), true)
                        """)
                .execute(Tuple.of(kept.login()))
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : passwords.matches(
                                kept.password(),
                                rows.iterator().next().getString("password_hash"),
                                Passwords.Asking.KNOWN));
    }

    private Optional<Kept> read() {
        try {
            if (file.isEmpty() || !Files.exists(file.get())) {
                return Optional.empty();
            }
            var words = Files.readString(file.get()).strip().split(" ", 2);
            return words.length == 2 ? Optional.of(new Kept(words[0], words[1])) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete() {
        try {
            if (file.isPresent()) {
                Files.deleteIfExists(file.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print(String login, String password) {
        var hours = String.valueOf(config.oneTimePassword().toHours());
        var facts = Map.of("login", login, "password", password, "hours", hours);
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            System.out.printf("%n%s%n", messages.text(language, "identity.first-administrator", facts));
        }
        System.out.println();
    }

    private static boolean isTerminal() {
        try {
            var target = Files.readSymbolicLink(OUTPUT).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
