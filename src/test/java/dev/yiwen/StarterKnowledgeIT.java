package dev.yiwen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The first start of an installation, in a schema of its own. */
class StarterKnowledgeIT {
    private final String schema = "first_" + UUID.randomUUID().toString().replace('-', '_');

    @BeforeEach
    void an_empty_installation() {
        execute("create schema " + schema);
    }

    @AfterEach
    void clear() {
        execute("drop schema " + schema + " cascade");
    }

    @Test
    @Timeout(600)
    void an_import_that_was_cut_off_is_brought_to_its_end_by_the_next_start() throws IOException {
        try (var first = begin()) {
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> articles() >= 10);
            first.kill();
        }
        assertThat(articles()).as("cut off in the middle").isLessThan(shipped());

        try (var next = begin()) {
            next.awaitReady();

            assertThat(articles()).isEqualTo(shipped());
        }
    }

    @Test
    @Timeout(600)
    void of_two_that_start_at_once_neither_is_ready_before_all_is_there() throws IOException {
        try (var one = begin();
                var other = begin()) {
            var whenReady = Stream.of(one, other)
                    .map(it -> CompletableFuture.supplyAsync(() -> {
                        it.awaitReady();
                        return articles();
                    }))
                    .toList();

            assertThat(List.of(whenReady.getFirst().join(), whenReady.getLast().join()))
                    .containsOnly(shipped());
        }
    }

    @Test
    @Timeout(600)
    void nothing_is_imported_before_an_administrator_was_asked() {
        try (var asking = RunningYiwen.start(
                RunningYiwen.freePort(), Map.of("YIWEN_DB_SCHEMA", schema, "YIWEN_KNOWLEDGE_STARTER", "ask"))) {
            assertThat(articles()).isZero();
        }
    }

    private RunningYiwen begin() {
        return RunningYiwen.begin(RunningYiwen.freePort(), Map.of("YIWEN_DB_SCHEMA", schema));
    }

    private static long shipped() throws IOException {
        try (var files = Files.walk(Path.of("knowledge"))) {
            return files.filter(it -> it.toString().endsWith(".md")).count();
        }
    }

    /** None while the tables are being made. */
    private long articles() {
        try (var connection = Database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + schema + ".article")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            return 0;
        }
    }

    private static void execute(String sql) {
        try (var connection = Database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
