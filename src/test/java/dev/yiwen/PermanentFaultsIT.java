package dev.yiwen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not get better by waiting ends each command with a sentence. */
@Timeout(600)
class PermanentFaultsIT {
    /** Ten seconds on a machine that does nothing else; a test's has others to serve. */
    private static final int SECONDS = 120;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private record Ended(int status, String output, String errors) {
        void withSentence(String... words) {
            assertThat(status).isNotZero();
            assertThat(errors).contains(words).doesNotContain("\tat ").doesNotContain("Exception");
            assertThat(output).doesNotContain("\tat ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import .",
                "evaluate typed pom.xml",
                "customer find x",
                "audit verify",
                "admin reset-password x",
                "bench",
                "serve"
            })
    void a_wrong_password(String command) {
        java(Map.of("YIWEN_DB_PASSWORD", "not the one"), command).withSentence("refuses the user", "YIWEN_DB_PASSWORD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"import .", "bench", "serve"})
    void a_port_where_nothing_listens(String command) {
        var place = "127.0.0.1:" + RunningYiwen.freePort() + "/yiwen";
        var ended = java(Map.of("YIWEN_DB_JDBC_URL", "jdbc:postgresql://" + place), command);

        ended.withSentence("Nothing listens at " + place);
        assertThat(ended.errors()).as("what passes is waited for, and said").contains("trying again");
    }

    @Test
    void a_host_that_nobody_knows() {
        java(Map.of("YIWEN_DB_JDBC_URL", "jdbc:postgresql://no-such-host.invalid:5432/yiwen"), "serve")
                .withSentence("no-such-host.invalid", "YIWEN_DATABASE_URL");
    }

    @Test
    void a_server_that_does_not_answer() throws IOException {
        try (var silent = new ServerSocket(0)) {
            java(
                            Map.of(
                                    "YIWEN_DB_JDBC_URL",
                                    "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/yiwen"),
                            "import .")
                    .withSentence("does not answer");
        }
    }

    @Test
    void a_database_that_is_not_there() {
        java(Map.of("YIWEN_DB_JDBC_URL", elsewhere("no_such_database")), "audit verify")
                .withSentence("no_such_database");
    }

    @Test
    void an_extension_that_may_not_be_made() throws SQLException {
        var name = "yiwen_bare_" + ProcessHandle.current().pid();
        sql("create database " + name + " template template0");
        try {
            java(Map.of("YIWEN_DB_JDBC_URL", elsewhere(name)), "serve")
                    .withSentence("extension vector", "create extension");
        } finally {
            sql("drop database " + name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "99999", "-1"})
    void a_port_that_is_none(String port) {
        java(Map.of("YIWEN_PORT", port), "serve").withSentence("YIWEN_PORT", port);
        launcher(Map.of("YIWEN_PORT", port), "ask", "你好").withSentence("YIWEN_PORT", port);
    }

    @Test
    void an_address_that_is_none() {
        for (var url : List.of("mysql://a@b/c", "postgresql://a@b:99999/c")) {
            launcher(Map.of("YIWEN_DATABASE_URL", url), "import", ".").withSentence("YIWEN_DATABASE_URL");
        }
        java(Map.of("YIWEN_URL", "nowhere at all"), "ask 你好").withSentence("http://127.0.0.1:8080");
        java(
                        Map.of("YIWEN_URL", "http://127.0.0.1:" + RunningYiwen.freePort(), "YIWEN_VOICE_TOKEN", "t"),
                        "call replay pom.xml")
                .withSentence("pom.xml");
    }

    @Test
    void a_setting_that_is_wrong() {
        java(Map.of("YIWEN_PUBLIC_URL", "help.example.com", "YIWEN_PORT", "" + RunningYiwen.freePort()), "serve")
                .withSentence("YIWEN_PUBLIC_URL");
        java(Map.of("YIWEN_BREACHED_PASSWORDS", "/none.txt", "YIWEN_PORT", "" + RunningYiwen.freePort()), "serve")
                .withSentence("YIWEN_BREACHED_PASSWORDS", "/none.txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import none",
                "evaluate typed none",
                "evaluate answers none",
                "ask --file none",
                "call replay none"
            })
    void a_file_that_is_not_there(String command) {
        java(nowhere(), command).withSentence("There is no file or folder none");
    }

    @Test
    void a_file_that_cannot_be_written_is_found_before_the_work() throws IOException {
        var set = Files.writeString(folder.resolve("set"), "{}");
        java(nowhere(), "evaluate answers " + set + " --fit /no/such/folder/file")
                .withSentence("There is no folder /no/such/folder");
        java(nowhere(), "evaluate triage " + set + " --fit " + folder).withSentence("is a folder");
        java(nowhere(), "customer export 00000000-0000-0000-0000-000000000000 /no/such/folder/c.zip")
                .withSentence("There is no folder /no/such/folder");
    }

    @Test
    void words_that_are_no_arguments() {
        java(nowhere(), "evaluate").withSentence("answers", "--help");
        java(nowhere(), "customer erase not-an-id").withSentence("not-an-id", "--help");
        java(nowhere(), "bench --clients many").withSentence("many", "--help");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "db",
                "import",
                "evaluate answers",
                "ask",
                "call replay",
                "bench handoff",
                "customer export",
                "audit verify",
                "admin reset-password"
            })
    void usage_needs_nothing(String command) {
        var words = new ArrayList<>(List.of(command.split(" ")));
        words.add("--help");

        var shown = launcher(Map.of("JAVA_HOME", "/nowhere"), words.toArray(String[]::new));

        assertThat(shown.status()).isZero();
        assertThat(shown.output()).contains("Usage: ./yiwen " + command);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void usage_inside_an_image_needs_no_database() {
        var shown = java(nowhere(), "evaluate answers --help");

        assertThat(shown.status()).isZero();
        assertThat(shown.output()).contains("Usage: yiwen evaluate answers");
    }

    @Test
    void after_success_there_is_no_trace() {
        var ended = java(Map.of(), "audit verify");

        assertThat(ended.status()).isZero();
        assertThat(ended.output()).contains("whole");
        assertThat(ended.errors()).doesNotContain("\tat ");
    }

    @Test
    void after_a_faulty_file_there_is_its_sentence_alone() throws IOException {
        var chats = Files.writeString(folder.resolve("chats.jsonl"), "{\"id\":\"1\",\"turns\":[]}\n");

        java(Map.of(), "evaluate satisfaction " + chats).withSentence("chats.jsonl:1", "satisfaction");
    }

    private static Map<String, String> nowhere() {
        return Map.of("YIWEN_DB_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/yiwen");
    }

    private static String elsewhere(String database) {
        return System.getenv("YIWEN_DB_JDBC_URL").replaceFirst("/[^/?]+(\\?.*)?$", "/" + database);
    }

    private static void sql(String statement) throws SQLException {
        try (var connection = Database.connect();
                var made = connection.createStatement()) {
            made.execute(statement);
        }
    }

    private Ended java(Map<String, String> environment, String command) {
        // A busy machine is no fault of the command.
        var silent = "-Dquarkus.log.category.\"io.vertx.core.impl.BlockedThreadChecker\".level=OFF";
        return run(environment, PackagedYiwen.command(List.of(silent), command.split(" ")));
    }

    private Ended launcher(Map<String, String> environment, String... arguments) {
        var words = new ArrayList<>(List.of("env", "YIWEN_STATE=" + folder, "./yiwen"));
        words.addAll(Arrays.asList(arguments));
        return run(environment, words);
    }

    private Ended run(Map<String, String> environment, List<String> command) {
        try {
            var output = Files.createTempFile("faults", ".out");
            var errors = Files.createTempFile("faults", ".err");
            var builder =
                    new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
            builder.environment().put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
            builder.environment().putAll(environment);
            var process = builder.start();
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS))
                    .as("%s ends", command)
                    .isTrue();
            var ended = new Ended(
                    process.exitValue(),
                    Files.readString(output, StandardCharsets.UTF_8),
                    Files.readString(errors, StandardCharsets.UTF_8));
            Files.delete(output);
            Files.delete(errors);
            return ended;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
