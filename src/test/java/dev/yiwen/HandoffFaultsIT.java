package dev.yiwen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Customers wait, agents take, hand on and close; then the instance that all of them talk to is killed. */
class HandoffFaultsIT {
    private static final String PASSWORD = "nobody is ever lost";
    private static final int CUSTOMERS = 40;
    private static final int SERVED_BEFORE = 8;
    private static final int AGENTS = 4;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final Set<String> closed = ConcurrentHashMap.newKeySet();
    private volatile URI base;
    private volatile boolean done;

    @Test
    @Timeout(500)
    void nobody_is_lost_when_the_server_is_killed_while_conversations_are_taken_handed_on_and_closed() {
        var one = CompletableFuture.supplyAsync(RunningYiwen::start);
        var two = CompletableFuture.supplyAsync(RunningYiwen::start);
        try (var doomed = one.join();
                var other = two.join();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            base = doomed.base();
            try {
                serveThroughTheKill(doomed, other, threads);
            } finally {
                done = true;
            }
        }
    }

    private void serveThroughTheKill(RunningYiwen doomed, RunningYiwen other, ExecutorService threads) {
        var waiting = IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> askForHuman(other.base()))
                .toList();
        var agents = IntStream.range(0, AGENTS)
                .mapToObj(i -> signIn(other.base(), "AGENT"))
                .toList();
        var supervisor = signIn(other.base(), "SUPERVISOR");
        agents.forEach(agent -> threads.submit(() -> work(agent)));
        await(120).until(() -> closed.size() >= SERVED_BEFORE);

        doomed.kill();
        base = other.base();

        await(180).until(() -> open(waiting) == 0);
        assertThat(agentsOf(waiting).values()).hasSize(CUSTOMERS).allMatch(it -> it >= 1);
        await(60)
                .untilAsserted(() ->
                        assertThat(wrong(other.base(), supervisor, waiting)).isEmpty());
    }

    /** Whatever the agent has is closed, or the first time handed on; then the next is taken. */
    private void work(String agent) {
        var handedOn = ConcurrentHashMap.<String>newKeySet();
        while (!done) {
            try {
                for (var mine : JSON.readTree(call("GET", "/api/v1/conversations?state=mine", agent, null))) {
                    var id = mine.path("conversationId").asText();
                    if (Math.floorMod(id.hashCode(), 3) == 0 && handedOn.add(id)) {
                        call("POST", "/api/v1/conversations/" + id + "/transfer", agent, "{\"note\":\"请接着处理\"}");
                    } else {
                        call("POST", "/api/v1/conversations/" + id + "/close", agent, "{}");
                        closed.add(id);
                    }
                }
                if (call("POST", "/api/v1/handoff/next", agent, "").isEmpty()) {
                    Thread.sleep(100);
                }
            } catch (IOException e) {
                // The instance is gone, or a colleague was faster: look again.
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private String call(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build();
        var response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException("HTTP " + response.statusCode());
        }
        return response.body();
    }

    /** The conversation of a new visitor who waits. The socket may go: the place is kept. */
    private static String askForHuman(URI base) {
        try (var socket = TestSocket.open(base, "/ws/v1/chat?token=" + Chatter.visitorToken(base), null)) {
            socket.send(Map.of("type", "hello", "afterSeq", 0));
            var id = socket.next("welcome").path("conversation").path("id").asText();
            socket.send(Map.of("type", "human"));
            socket.next("owner");
            return id;
        }
    }

    private static String signIn(URI base, String role) {
        return io.restassured.RestAssured.given()
                .baseUri(base.toString())
                .contentType("application/json")
                .body(Map.of("login", Database.staff(PASSWORD, role), "password", PASSWORD))
                .post("/api/v1/session")
                .then()
                .statusCode(200)
                .extract()
                .cookie("yiwen_session");
    }

    /** The checks of the service that name one of these. */
    private static List<String> wrong(URI base, String supervisor, List<String> conversations) {
        try {
            var request = HttpRequest.newBuilder(base.resolve("/api/v1/handoff/health"))
                    .header("Authorization", "Bearer " + supervisor)
                    .build();
            var checks = JSON.readTree(
                    CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body());
            assertThat(checks).isNotEmpty();
            return StreamSupport.stream(checks.spliterator(), false)
                    .filter(it -> examples(it).stream().anyMatch(conversations::contains))
                    .map(it -> it.path("name").asText())
                    .toList();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> examples(JsonNode check) {
        var examples = new ArrayList<String>();
        check.path("examples").forEach(it -> examples.add(it.asText()));
        return examples;
    }

    /** How many agents had each of these conversations. */
    private static Map<String, Integer> agentsOf(List<String> conversations) {
        var agents = new ConcurrentHashMap<String, Integer>();
        try (var connection = Database.connect();
                var statement = connection.prepareStatement("select conversation_id::text, count(agent_id) from handoff"
                        + " where conversation_id = any(?::uuid[]) group by 1")) {
            statement.setArray(1, connection.createArrayOf("text", conversations.toArray()));
            var rows = statement.executeQuery();
            while (rows.next()) {
                agents.put(rows.getString(1), rows.getInt(2));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return agents;
    }

    /** How many are not closed yet; the answer to a closing may be lost with the instance. */
    private static int open(List<String> conversations) throws SQLException {
        try (var connection = Database.connect();
                var statement = connection.prepareStatement(
                        "select count(*) from conversation where id = any(?::uuid[]) and owner <> 'nobody'")) {
            statement.setArray(1, connection.createArrayOf("text", conversations.toArray()));
            var rows = statement.executeQuery();
            rows.next();
            return rows.getInt(1);
        }
    }

    private static org.awaitility.core.ConditionFactory await(int seconds) {
        return Awaitility.await().atMost(Duration.ofSeconds(seconds)).pollInterval(Duration.ofMillis(200));
    }
}
