package dev.yiwen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Customers who wait and agents who serve them over the public interfaces of running instances, and what the rows say. */
final class CallCentre {
    private static final String PASSWORD = "nobody is ever lost";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** Where the instances keep their rows. */
    interface Rows {
        Connection connect() throws SQLException;
    }

    private final Rows rows;

    CallCentre(Rows rows) {
        this.rows = rows;
    }

    /** The socket of a new visitor who waits, and their conversation. */
    record Customer(TestSocket socket, String conversation) implements AutoCloseable {
        @Override
        public void close() {
            socket.close();
        }
    }

    Customer waiting(URI base) {
        var socket = TestSocket.open(base, "/ws/v1/chat?token=" + VisitorClient.visitorToken(base), null);
        socket.send(Map.of("type", "hello", "afterSeq", 0));
        var id = socket.next("welcome").path("conversation").path("id").asText();
        socket.send(Map.of("type", "human"));
        ownedBy(socket, "queue");
        return new Customer(socket, id);
    }

    /** The conversation of a new visitor who waits. The socket goes: the place is kept. */
    String askForHuman(URI base) {
        try (var customer = waiting(base)) {
            return customer.conversation();
        }
    }

    static void ownedBy(TestSocket socket, String kind) {
        while (!socket.next("owner").path("owner").path("kind").asText().equals(kind)) {
            // An owner before.
        }
    }

    /** A new member of staff; the token of their session. */
    String signIn(URI base, String role) {
        try (var connection = rows.connect()) {
            return io.restassured.RestAssured.given()
                    .baseUri(base.toString())
                    .contentType("application/json")
                    .body(Map.of("login", Database.staff(connection, PASSWORD, role), "password", PASSWORD))
                    .post("/api/v1/session")
                    .then()
                    .statusCode(200)
                    .extract()
                    .cookie("yiwen_session");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** An agent's page, there and ready. */
    TestSocket seat(URI base, String agent) {
        var socket = TestSocket.open(base, "/ws/v1/agent", agent);
        socket.next("welcome");
        socket.send(Map.of("type", "presence", "online", true));
        return socket;
    }

    /** Fails with an IOException when the instance refuses or is gone. */
    String call(URI base, String method, String path, String token, String body)
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
        // Nothing here is asked for that is not there.
        assertThat(response.statusCode()).as(path).isNotEqualTo(404);
        if (response.statusCode() >= 300) {
            throw new IOException("HTTP " + response.statusCode());
        }
        return response.body();
    }

    /** What that agent has. */
    List<String> mine(URI base, String agent) throws IOException, InterruptedException {
        var mine = new ArrayList<String>();
        JSON.readTree(call(base, "GET", "/api/v1/conversations?state=mine", agent, null))
                .forEach(it -> mine.add(it.path("conversationId").asText()));
        return mine;
    }

    /** The agents take and close until all of these are over; whatever an instance refuses is tried again. */
    void serve(URI base, List<String> agents, List<String> conversations) {
        await(120).until(() -> {
            for (var agent : agents) {
                try {
                    for (var id : mine(base, agent)) {
                        call(base, "POST", "/api/v1/conversations/" + id + "/close", agent, "{}");
                    }
                    call(base, "POST", "/api/v1/handoff/next", agent, "");
                    // Whoever has closed the page is next to nobody, and is taken all the same.
                    pickGone(base, agent, conversations);
                } catch (IOException e) {
                    // A colleague was faster, or it is over already: look again.
                }
            }
            return open(conversations) == 0;
        });
    }

    private void pickGone(URI base, String agent, List<String> conversations) throws IOException, InterruptedException {
        for (var id : gone()) {
            if (conversations.contains(id)) {
                pick(base, agent, id);
            }
        }
    }

    private void pick(URI base, String agent, String conversation) throws IOException, InterruptedException {
        call(base, "POST", "/api/v1/conversations/" + conversation + "/pick", agent, "");
    }

    /** Those who wait without a page open: nobody is asked to take them. */
    private List<String> gone() {
        try (var connection = rows.connect();
                var statement = connection.prepareStatement(
                        "select c.id::text from conversation c join customer_presence p on p.conversation_id = c.id"
                                + " where c.owner = 'queue' and (p.left_at is not null or p.seen_at < now() - interval '90 s')")) {
            var found = statement.executeQuery();
            var waiting = new ArrayList<String>();
            while (found.next()) {
                waiting.add(found.getString(1));
            }
            return waiting;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Whoever other tests left in the queue is served. */
    void emptyQueue(URI base, String agent) {
        forgetTurns();
        await(60).until(() -> {
            do {
                for (var id : mine(base, agent)) {
                    call(base, "POST", "/api/v1/conversations/" + id + "/close", agent, "{}");
                }
                for (var id : gone()) {
                    pick(base, agent, id);
                }
            } while (!call(base, "POST", "/api/v1/handoff/next", agent, "").isEmpty());
            return mine(base, agent).isEmpty();
        });
    }

    /** The checks of the service's own health that name one of these; none in the end. */
    void isSound(URI base, List<String> conversations) {
        var supervisor = signIn(base, "SUPERVISOR");
        await(60)
                .untilAsserted(
                        () -> assertThat(wrong(base, supervisor, conversations)).isEmpty());
    }

    private List<String> wrong(URI base, String supervisor, List<String> conversations)
            throws IOException, InterruptedException {
        var checks = JSON.readTree(call(base, "GET", "/api/v1/handoff/health", supervisor, null));
        assertThat(checks).isNotEmpty();
        return StreamSupport.stream(checks.spliterator(), false)
                .filter(it -> examples(it).stream().anyMatch(conversations::contains))
                .map(it -> it.path("name").asText())
                .toList();
    }

    private static List<String> examples(JsonNode check) {
        var examples = new ArrayList<String>();
        check.path("examples").forEach(it -> examples.add(it.asText()));
        return examples;
    }

    /** How many agents had each of these conversations. */
    Map<String, Integer> agentsOf(List<String> conversations) throws SQLException {
        var agents = new HashMap<String, Integer>();
        try (var connection = rows.connect();
                var statement = connection.prepareStatement("select conversation_id::text, count(agent_id) from handoff"
                        + " where conversation_id = any(?::uuid[]) group by 1")) {
            statement.setArray(1, connection.createArrayOf("text", conversations.toArray()));
            var found = statement.executeQuery();
            while (found.next()) {
                agents.put(found.getString(1), found.getInt(2));
            }
        }
        return agents;
    }

    /** What the bot owes after a kill would hand customers off in the midst of the next test. */
    private void forgetTurns() {
        execute("update conversation set turn_seq = null, turn_due = null where turn_seq is not null");
    }

    /** So that nobody who is not there any more is offered anything by the next test. */
    void everybodyGoesHome() {
        execute("update presence set online = false");
    }

    private void execute(String sql) {
        try (var connection = rows.connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** How many are not closed yet; the answer to a closing may be lost with the instance. */
    int open(List<String> conversations) throws SQLException {
        return count(
                "select count(*) from conversation where id = any(?::uuid[]) and owner <> 'nobody'", conversations);
    }

    /** @param sql with one parameter, these conversations */
    int count(String sql, List<String> conversations) throws SQLException {
        try (var connection = rows.connect();
                var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", conversations.toArray()));
            var found = statement.executeQuery();
            found.next();
            return found.getInt(1);
        }
    }

    static ConditionFactory await(int seconds) {
        return Awaitility.await().atMost(Duration.ofSeconds(seconds)).pollInterval(Duration.ofMillis(200));
    }
}
