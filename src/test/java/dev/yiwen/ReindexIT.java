package dev.yiwen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.retrieval.embedding.EncoderServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An installation that moves to an embedding model of its own and back, in a schema of its own. */
class ReindexIT {
    private static final int DIMENSION = 642;

    private final String schema = "reindex_" + UUID.randomUUID().toString().replace('-', '_');

    @BeforeEach
    void an_empty_installation() throws SQLException {
        execute("create schema " + schema);
    }

    @AfterEach
    void clear() throws SQLException {
        execute("drop schema " + schema + " cascade");
    }

    private record Ended(int status, String output) {}

    @Test
    @Timeout(600)
    void the_index_follows_the_model_of_the_settings_by_command_and_not_by_itself() throws Exception {
        var folder = Path.of("src/test/resources/knowledge");
        try (var server = new EncoderServer(0, DIMENSION)) {
            var theirs = Map.of(
                    "YIWEN_EMBEDDING_BASE_URL", server.baseUrl(),
                    "YIWEN_EMBEDDING_MODEL", "theirs",
                    "YIWEN_EMBEDDING_DIMENSION", String.valueOf(DIMENSION));

            assertThat(run(theirs, "import", "--publish", folder.toString()).status())
                    .isZero();
            long passages = passages(DIMENSION);
            assertThat(passages).isPositive();

            var refused = run(Map.of(), "import", "--publish", folder.toString());
            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.output()).contains("./yiwen reindex", "theirs (" + DIMENSION + " components)");
            assertThat(passages(DIMENSION)).as("kept until it is said").isEqualTo(passages);

            var back = run(Map.of(), "reindex");
            assertThat(back.output())
                    .contains("bge-small-zh-v1.5-q, 512 components")
                    .doesNotContain("\tat ");
            assertThat(back.status()).isZero();
            assertThat(passages(512)).isEqualTo(passages);

            assertThat(run(theirs, "reindex").status()).isZero();
            var environment = new HashMap<>(theirs);
            environment.put("YIWEN_DB_SCHEMA", schema);
            environment.put("YIWEN_KNOWLEDGE_STARTER", "false");
            try (var service = RunningYiwen.start(RunningYiwen.freePort(), environment)) {
                var question = question();
                var answered = run(Map.of(), "ask", "--url", service.base().toString(), question);
                assertThat(answered.output()).contains("\"answer\"");
            }
        }
    }

    /** One that is published and holds on any day, in other signs. */
    private String question() throws SQLException {
        try (var connection = Database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select question from " + schema
                        + ".article_revision where state = 'PUBLISHED' and audience = 'CUSTOMER'"
                        + " and valid_from is null and valid_to is null order by question limit 1")) {
            rows.next();
            return "请问" + rows.getString(1);
        }
    }

    private Ended run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(PackagedYiwen.command(arguments)).redirectErrorStream(true);
        builder.environment().put("YIWEN_DB_SCHEMA", schema);
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    private long passages(int dimension) throws SQLException {
        try (var connection = Database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from " + schema + ".passage where vector_dims(embedding) = " + dimension)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = Database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
