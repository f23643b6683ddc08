package dev.yiwen;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A database of one test alone, which may be stopped and started without harm to others: made by the launcher's own script
 * in a folder beside the data of this checkout.
 */
final class OwnCluster implements AutoCloseable {
    private static final String SCRIPT = """
            set -euo pipefail
            root=$PWD home=$YIWEN_TEST_HOME instance=restarted
            source docker/state.sh
            use_state "$YIWEN_TEST_STATE/restarted"
            source docker/database.sh
            make_state
            choose_database
            case $1 in
              start) locked start_locked; database_url ;;
              stop) locked stop_locked ;;
              erase) locked erase; rm -rf "$state" ;;
            esac
            """;

    private static final String PORT = Integer.toString(RunningYiwen.freePort());

    private final URI url;

    private OwnCluster(URI url) {
        this.url = url;
    }

    /** The test is left out where the launcher did not make the database of the tests either. */
    static OwnCluster start() {
        Assumptions.assumeTrue(System.getenv("YIWEN_OWN_DATABASE") != null, "the database of the tests is a given one");
        run("erase");
        return new OwnCluster(URI.create(run("start").orElseThrow()));
    }

    void stop() {
        run("stop");
    }

    void startAgain() {
        run("start");
    }

    Map<String, String> environment() {
        return Map.of(
                "YIWEN_DB_JDBC_URL",
                "jdbc:postgresql://" + place(),
                "YIWEN_DB_REACTIVE_URL",
                "postgresql://" + place(),
                "YIWEN_DB_USER",
                login()[0],
                "YIWEN_DB_PASSWORD",
                login()[1],
                "YIWEN_KNOWLEDGE_STARTER",
                "false");
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://" + place(), login()[0], login()[1]);
    }

    @Override
    public void close() {
        run("stop");
        run("erase");
    }

    private String place() {
        return url.getHost() + ":" + url.getPort() + url.getPath();
    }

    private String[] login() {
        return url.getUserInfo().split(":", 2);
    }

    /** The last line that it printed. */
    private static Optional<String> run(String what) {
        try {
            var builder = new ProcessBuilder("bash", "-c", SCRIPT, "own-cluster", what)
                    .redirectError(ProcessBuilder.Redirect.appendTo(new File("target/own-cluster.log")));
            builder.environment().remove("YIWEN_DATABASE_URL");
            // The one that it had before the restart.
            builder.environment().put("YIWEN_DB_PORT", PORT);
            var process = builder.start();
            var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError("The database did not " + what + "; see target/own-cluster.log");
            }
            return printed.lines().reduce((first, last) -> last);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
