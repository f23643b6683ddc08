package dev.yiwen;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A service that is killed in the middle of an import, a publish set or an export has done all of it or nothing. */
class KilledKnowledgeIT {
    private static final String PASSWORD = "all of it or nothing";
    private static final int ROWS = 3_000;
    private static final int SET = 150;

    @TempDir
    Path folder;

    private final String schema = "killed_" + UUID.randomUUID().toString().replace('-', '_');

    @BeforeEach
    void an_empty_installation() throws SQLException {
        execute("create schema " + schema);
    }

    @AfterEach
    void clear() throws SQLException {
        execute("drop schema " + schema + " cascade");
    }

    @Test
    @Timeout(900)
    void what_was_begun_is_whole_or_was_never_there() throws Exception {
        String session;
        String batch;
        try (var yiwen = start()) {
            session = signIn(yiwen.base());
            batch = previewed(yiwen.base(), session);

            killedDuring(yiwen, session, "/api/v1/knowledge-imports/" + batch + "/apply", "article_revision");
        }
        assertThat(count("article")).isZero();
        assertThat(count("article_revision")).isZero();

        String set;
        List<String> members;
        try (var yiwen = start()) {
            as(yiwen.base(), session)
                    .post("/api/v1/knowledge-imports/" + batch + "/apply")
                    .then()
                    .statusCode(200);
            assertThat(count("article_revision where state = 'DRAFT'")).isEqualTo(ROWS);
            assertThatItIsSound(yiwen.base(), session);
            members = ids(SET);
            set = set(yiwen.base(), session, members);

            killedDuring(yiwen, session, "/api/v1/publish-sets/" + set + "/publish", "passage");
        }
        assertThat(count("article_revision where state = 'PUBLISHED'")).isZero();
        assertThat(count("passage")).isZero();

        try (var yiwen = start()) {
            as(yiwen.base(), session)
                    .post("/api/v1/publish-sets/" + set + "/publish")
                    .then()
                    .statusCode(200);
            assertThat(count("article_revision where state = 'PUBLISHED'")).isEqualTo(SET);
            assertThatItIsSound(yiwen.base(), session);
        }
        assertThatAnExportIsWholeOrNotThere();
    }

    /** Asks for it, lets it write until it comes to that table, and kills the service while it waits to write there. */
    private void killedDuring(RunningYiwen yiwen, String session, String path, String table) throws SQLException {
        CompletableFuture<Integer> asked;
        try (var connection = Database.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table " + schema + "." + table + " in exclusive mode");
            asked = CompletableFuture.supplyAsync(
                    () -> as(yiwen.base(), session).post(path).statusCode());
            Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> writers(table, "not granted") > 0);
            yiwen.kill();
            connection.rollback();
        }
        assertThatThrownBy(asked::join).isInstanceOf(CompletionException.class);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> writers(table, "true") == 0);
    }

    private long writers(String table, String condition) {
        return Database.count("select count(*) from pg_locks where relation = '" + schema + "." + table
                + "'::regclass and mode = 'RowExclusiveLock' and " + condition);
    }

    private static void assertThatItIsSound(URI base, String session) {
        as(base, session)
                .get("/api/v1/knowledge-health")
                .then()
                .statusCode(200)
                .body("findAll { it.count > 0 }.name", org.hamcrest.Matchers.empty());
    }

    private void assertThatAnExportIsWholeOrNotThere() throws IOException, InterruptedException {
        var target = folder.resolve("all.jsonl");
        var process = new ProcessBuilder(PackagedYiwen.command("export", target.toString(), "--format", "jsonl"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("export.log").toFile());
        process.environment().put("YIWEN_DB_SCHEMA", schema);
        var running = process.start();
        Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> !running.isAlive() || beside(target));
        running.destroyForcibly().waitFor();

        if (Files.exists(target)) {
            assertThat(Files.readAllLines(target))
                    .hasSize(ROWS)
                    .allSatisfy(it -> assertThat(it).startsWith("{").endsWith("}"));
        }
    }

    /** Whether something is being written beside its place. */
    private static boolean beside(Path target) throws IOException {
        try (var files = Files.list(target.toAbsolutePath().getParent())) {
            return files.map(it -> it.getFileName().toString()).anyMatch(it -> !it.equals("export.log"));
        }
    }

    private RunningYiwen start() {
        return RunningYiwen.start(
                RunningYiwen.freePort(), Map.of("YIWEN_DB_SCHEMA", schema, "YIWEN_KNOWLEDGE_STARTER", "none"));
    }

    private String signIn(URI base) throws SQLException {
        String login;
        try (var connection = Database.connect();
                var statement = connection.createStatement()) {
            statement.execute("set search_path to " + schema + ", public");
            login = Database.staff(connection, PASSWORD, "EDITOR");
        }
        return given().baseUri(base.toString())
                .contentType("application/json")
                .body(Map.of("login", login, "password", PASSWORD))
                .post("/api/v1/session")
                .then()
                .statusCode(200)
                .extract()
                .cookie("yiwen_session");
    }

    /** The id of the preview. */
    private static String previewed(URI base, String session) {
        var rows = IntStream.range(0, ROWS)
                .mapToObj(i -> "第" + i + "号门店几点开门？,第" + i + "号门店 " + (i % 4 + 7) + " 点开门。")
                .collect(Collectors.joining("\n", "question,answer\n", "\n"));
        return as(base, session)
                .contentType("application/octet-stream")
                .queryParam("name", "stores.csv")
                .body(rows.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/knowledge-imports")
                .then()
                .statusCode(201)
                .body("counts.NEW", org.hamcrest.Matchers.equalTo(ROWS))
                .extract()
                .path("id");
    }

    private String set(URI base, String session, List<String> members) {
        String set = as(base, session)
                .body(Map.of("name", "门店"))
                .post("/api/v1/publish-sets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        members.forEach(it -> as(base, session)
                .put("/api/v1/publish-sets/" + set + "/articles/" + it)
                .then()
                .statusCode(200));
        return set;
    }

    private static RequestSpecification as(URI base, String session) {
        return given().baseUri(base.toString())
                .header("Authorization", "Bearer " + session)
                .contentType("application/json");
    }

    private List<String> ids(int most) throws SQLException {
        try (var connection = Database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select string_agg(id::text, ',') from (select id from " + schema
                        + ".article order by slug limit " + most + ") a")) {
            rows.next();
            return List.of(rows.getString(1).split(","));
        }
    }

    private long count(String what) {
        return Database.count("select count(*) from " + schema + "." + what);
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = Database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
