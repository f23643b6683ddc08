package dev.yiwen.command;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the database can be worked with, asked before anything else begins: what will not get better by waiting is said in
 * a sentence, within ten seconds; what passes is waited for, and said.
 */
final class DatabaseCheck {
    private static final Duration FIRST_BYTE = Duration.ofSeconds(4);
    /** To sign in, with a server that is known to answer: on a busy machine that takes its time. */
    private static final int SIGN_IN_SECONDS = 30;

    private static final Duration START = Duration.ofSeconds(4);
    private static final Duration RECOVERY = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int OLDEST_SERVER = 150000;

    /** Starting or recovering; shut down by its administrator; out of connections (PostgreSQL, appendix A). */
    private static final Set<String> PASSING = Set.of("57P03", "57P01", "57P02", "53300");

    private static final String INSIDE = """
            select current_setting('server_version_num')::int as server,
              (select extversion from pg_extension where extname = 'vector') as installed,
              (select default_version from pg_available_extensions where name = 'vector') as available
            """;

    private final DatabaseSettings settings;

    private DatabaseCheck(DatabaseSettings settings) {
        this.settings = settings;
    }

    /** Ends the process when the database cannot be used. */
    static void orExit() {
        if (!Boolean.parseBoolean(System.getProperty("yiwen.database.check", "true"))) {
            return; // an image is made where there is none
        }
        try {
            new DatabaseCheck(DatabaseSettings.ofEnvironment()).run().ifPresent(fault -> {
                System.err.println("yiwen: " + fault);
                System.exit(1);
            });
        } catch (InterruptedException e) {
            System.exit(1);
        }
    }

    private Optional<String> run() throws InterruptedException {
        var begun = System.nanoTime();
        var said = false;
        while (true) {
            if (ServerSilence.at(settings, FIRST_BYTE)) {
                if (said) {
                    return Optional.of("The server at %s does not answer.".formatted(settings.place()));
                }
                sayOnce("does not answer", FIRST_BYTE);
                said = true;
                continue;
            }
            try (var connection = settings.connect(SIGN_IN_SECONDS)) {
                return inside(connection);
            } catch (SQLException e) {
                var waited = Duration.ofNanos(System.nanoTime() - begun);
                if (waited.compareTo(patience(e)) >= 0) {
                    return Optional.of(sentence(e));
                }
                if (!said) {
                    sayOnce(reason(e), patience(e));
                    said = true;
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private void sayOnce(String why, Duration patience) {
        System.err.printf(
                "yiwen: The database at %s is not ready (%s); trying again for %d s …%n",
                settings.place(), why, patience.toSeconds());
    }

    private static Duration patience(SQLException e) {
        if (PASSING.contains(String.valueOf(e.getSQLState()))) {
            return RECOVERY;
        }
        return cause(e, ConnectException.class) == null ? Duration.ZERO : START;
    }

    private String sentence(SQLException e) {
        return switch (String.valueOf(e.getSQLState())) {
            case "28P01", "28000" ->
                "The database at %s refuses the user %s: %s. Look at the user and password in YIWEN_DATABASE_URL (YIWEN_DB_USER, YIWEN_DB_PASSWORD)."
                        .formatted(settings.place(), settings.user(), reason(e));
            case "3D000" ->
                "There is no such database at %s: %s. Make it: create database … owner %s."
                        .formatted(settings.place(), reason(e), settings.user());
            default -> unreachable(e);
        };
    }

    private String unreachable(SQLException e) {
        var host = cause(e, UnknownHostException.class);
        if (host != null) {
            return "The host of the database at %s is not known: %s. Look at YIWEN_DATABASE_URL."
                    .formatted(settings.place(), host.getMessage());
        }
        if (cause(e, ConnectException.class) != null) {
            return "Nothing listens at %s: is the database running, and this its port?".formatted(settings.place());
        }
        return "The database at %s cannot be used: %s.".formatted(settings.place(), reason(e));
    }

    private Optional<String> inside(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(INSIDE)) {
            row.next();
            var available = row.getString("available");
            if (row.getInt("server") < OLDEST_SERVER) {
                return Optional.of("The PostgreSQL at %s is older than 15.".formatted(settings.place()));
            }
            if (row.getString("installed") != null) {
                return tooOld(row.getString("installed"));
            }
            if (available == null) {
                return Optional.of(
                        "The PostgreSQL at %s has no pgvector: install its package there (postgresql-…-pgvector), 0.8 or newer."
                                .formatted(settings.place()));
            }
            return tooOld(available).or(() -> create(connection));
        }
    }

    private Optional<String> tooOld(String version) {
        var parts = List.of(version.split("\\.", 3));
        return Integer.parseInt(parts.get(0)) > 0 || Integer.parseInt(parts.get(1)) >= 8
                ? Optional.empty()
                : Optional.of("The pgvector at %s is %s; 0.8 or newer is needed (alter extension vector update)."
                        .formatted(settings.place(), version));
    }

    private Optional<String> create(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute("set client_min_messages = warning; create extension if not exists vector");
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(
                    "The extension vector is missing in the database at %s, and %s may not create it (%s). Let its administrator: create extension vector."
                            .formatted(settings.place(), settings.user(), reason(e)));
        }
    }

    private static String reason(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceFirst("[.\\s]+$", "");
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> kind) {
        for (Throwable it = failure; it != null; it = it.getCause()) {
            if (kind.isInstance(it)) {
                return kind.cast(it);
            }
        }
        return null;
    }
}
