package dev.yiwen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code db backup} and {@code db restore}, on an installation of this test's own. */
@Timeout(600)
class BackupIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final byte[] SENT = "发票抬头：云上科技\n".repeat(1000).getBytes(StandardCharsets.UTF_8);

    private Path home = Path.of("");

    private record Said(int status, String output, String errors) {}

    private record Customer(String token, String conversation, String file) {}

    @BeforeEach
    void an_installation() throws Exception {
        Assumptions.assumeTrue(System.getenv("YIWEN_OWN_DATABASE") != null, "the database of the tests is a given one");
        home = Path.of(Objects.requireNonNull(System.getenv("YIWEN_TEST_STATE")), "backup");
        clear();
        Files.createDirectories(home);
        // Server programs that were downloaded once are enough.
        var programs = Path.of(Objects.requireNonNull(System.getenv("YIWEN_TEST_HOME")), "server");
        if (Files.exists(programs)) {
            Files.createSymbolicLink(home.resolve("server"), programs.toRealPath());
        }
        succeeds("db", "start");
    }

    @AfterEach
    void clear() throws Exception {
        if (Files.exists(home.resolve("default"))) {
            launcher("db", "stop", "--force");
            succeeds("db", "reset", "--yes");
        }
        if (!home.toString().isEmpty()) {
            new ProcessBuilder("rm", "-rf", home.toString()).start().waitFor();
        }
    }

    @Test
    void what_customers_sent_and_staff_were_is_there_again() throws Exception {
        var backup = home.resolve("yiwen.backup");
        Customer customer;
        try (var yiwen = start()) {
            customer = sendsAFile(yiwen.base());
            assertThat(fileOf(customer, yiwen.base())).isEqualTo(SENT);
            succeeds("db", "backup", backup.toString()); // while it runs
        }
        assertThat(Files.getPosixFilePermissions(backup))
                .as("its owner's alone")
                .hasSize(2);
        assertThat(launcher("db", "backup", backup.toString()).errors()).contains("exists");
        succeeds("db", "stop");
        succeeds("db", "reset", "--yes");
        Files.deleteIfExists(home.resolve("default/voice-token"));

        var restored = succeeds("db", "restore", backup.toString(), "--yes");

        assertThat(restored.errors()).contains("_before_");
        succeeds("db", "start");
        try (var yiwen = start()) {
            assertThat(fileOf(customer, yiwen.base())).isEqualTo(SENT);
        }
    }

    @Test
    void a_broken_backup_changes_nothing() throws Exception {
        var backup = home.resolve("yiwen.backup");
        Customer customer;
        try (var yiwen = start()) {
            customer = sendsAFile(yiwen.base());
        }
        succeeds("db", "backup", backup.toString());
        var bytes = Files.readAllBytes(backup);
        var broken = Files.write(home.resolve("broken.backup"), Arrays.copyOf(bytes, bytes.length / 2));
        var other = Files.writeString(home.resolve("other"), "no backup");
        succeeds("db", "stop");

        for (var file : List.of(broken, other, home.resolve("none"))) {
            var said = launcher("db", "restore", file.toString(), "--yes");
            assertThat(said.status()).isEqualTo(1);
            assertThat(said.errors()).isNotBlank();
        }

        succeeds("db", "start");
        try (var yiwen = start()) {
            assertThat(fileOf(customer, yiwen.base())).isEqualTo(SENT);
        }
    }

    private RunningYiwen start() throws Exception {
        var url = URI.create(succeeds("db", "url").output().strip());
        var place = url.getHost() + ":" + url.getPort() + url.getPath();
        var login = url.getUserInfo().split(":", 2);
        return RunningYiwen.start(
                RunningYiwen.freePort(),
                Map.of(
                        "YIWEN_DB_JDBC_URL",
                        "jdbc:postgresql://" + place,
                        "YIWEN_DB_REACTIVE_URL",
                        "postgresql://" + place,
                        "YIWEN_DB_USER",
                        login[0],
                        "YIWEN_DB_PASSWORD",
                        login[1],
                        "YIWEN_KNOWLEDGE_STARTER",
                        "false"));
    }

    private static Customer sendsAFile(URI base) throws IOException, InterruptedException {
        var token = VisitorClient.visitorToken(base);
        String conversation;
        try (var socket = TestSocket.open(base, "/ws/v1/chat?token=" + token, null)) {
            socket.send(Map.of("type", "hello", "afterSeq", 0));
            conversation =
                    socket.next("welcome").path("conversation").path("id").asText();
            socket.send(Map.of("type", "send", "clientMessageId", "person", "text", "转人工"));
            while (!socket.next("owner").path("owner").path("kind").asText().equals("queue")) {
                // Still the bot's.
            }
        }
        var sent = CLIENT.send(
                HttpRequest.newBuilder(base.resolve(
                                "/api/v1/chat/" + conversation + "/files?name=invoice.txt&clientMessageId=one"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofByteArray(SENT))
                        .build(),
                BodyHandlers.ofString());
        assertThat(sent.statusCode()).isEqualTo(200);
        return new Customer(
                token,
                conversation,
                new ObjectMapper().readTree(sent.body()).at("/body/file/id").asText());
    }

    /** With the token of before: the key that signed it is in the backup. */
    private static byte[] fileOf(Customer customer, URI base) throws IOException, InterruptedException {
        return CLIENT.send(
                        HttpRequest.newBuilder(base.resolve(
                                        "/api/v1/chat/" + customer.conversation() + "/files/" + customer.file()))
                                .header("Authorization", "Bearer " + customer.token())
                                .build(),
                        BodyHandlers.ofByteArray())
                .body();
    }

    private Said succeeds(String... arguments) throws IOException, InterruptedException {
        var said = launcher(arguments);
        assertThat(said.status())
                .as("%s: %s", List.of(arguments), said.errors())
                .isZero();
        return said;
    }

    private Said launcher(String... arguments) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("./yiwen"));
        words.addAll(List.of(arguments));
        var errors = Path.of("target", "backup-it.log");
        var builder = new ProcessBuilder(words).redirectError(errors.toFile());
        builder.environment().keySet().removeIf(it -> it.startsWith("YIWEN_"));
        builder.environment().put("YIWEN_STATE", home.toString());
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), output, Files.readString(errors));
    }
}
