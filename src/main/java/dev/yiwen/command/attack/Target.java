package dev.yiwen.command.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.command.bench.Schema;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The attacked instance, and how to reach it as each kind of person. */
final class Target {
    static final ObjectMapper JSON = new ObjectMapper();
    static final String PASSWORD = "attack-and-defend-2026";
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final URI base;
    private final Schema schema;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final AtomicInteger people = new AtomicInteger();

    Target(URI base, Schema schema) {
        this.base = base;
        this.schema = schema;
    }

    URI base() {
        return base;
    }

    Schema schema() {
        return schema;
    }

    /** The login of a new member of staff with these roles, between which stands a {@code +}; the password is {@link #PASSWORD}. */
    String staff(String roles) {
        try {
            return schema.add("attack-" + people.incrementAndGet(), roles, PASSWORD);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A session's token. */
    String signIn(String login) throws IOException, InterruptedException {
        var answer = signIn(http, login, PASSWORD);
        return answer.headers()
                .firstValue("Set-Cookie")
                .map(it -> it.substring(it.indexOf('=') + 1, it.indexOf(';')))
                .orElseThrow(() -> new IOException("HTTP " + answer.statusCode() + " to a sign-in of " + login));
    }

    /** Signs in over that client, whose address may be another. */
    HttpResponse<String> signIn(HttpClient from, String login, String password)
            throws IOException, InterruptedException {
        var body = JSON.writeValueAsString(Map.of("login", login, "password", password));
        return from.send(
                request("/api/v1/session")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** A client with another address of this machine. */
    static HttpClient from(String loopback) throws IOException {
        return HttpClient.newBuilder()
                .localAddress(InetAddress.getByName(loopback))
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** A new visitor's token. */
    String visitor() throws IOException, InterruptedException {
        return visitor(http);
    }

    String visitor(HttpClient from) throws IOException, InterruptedException {
        var answer = from.send(
                request("/api/v1/visitors").POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("HTTP " + answer.statusCode() + " to a new visitor");
        }
        return JSON.readTree(answer.body()).path("token").asText();
    }

    /** A token of each kind of person; nobody's is empty. */
    Map<String, String> everybody() throws IOException, InterruptedException {
        var tokens = new LinkedHashMap<String, String>();
        tokens.put("NOBODY", "");
        tokens.put("CUSTOMER", visitor());
        for (var role : new String[] {"AGENT", "EDITOR", "SUPERVISOR", "ADMIN", "ADMIN+SUPERVISOR"}) {
            tokens.put(role, signIn(staff(role)));
        }
        return tokens;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    /** With a JSON body, except for GET and DELETE, and for files, which are bytes or a table; an empty token sends none. */
    HttpResponse<String> call(String token, String method, String path, String body)
            throws IOException, InterruptedException {
        var request = request(path);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (method.equals("GET") || method.equals("DELETE")) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", mediaType(path)).method(method, BodyPublishers.ofString(body));
        }
        return send(request.build());
    }

    private static String mediaType(String path) {
        if (path.contains("/files?") || path.contains("/avatars?") || path.contains("/knowledge-imports?")) {
            return "application/octet-stream";
        }
        return path.contains("/staff/import") ? "text/csv" : "application/json";
    }

    /** As the service describes them: {@code GET /api/v1/tickets}. */
    List<String> operations() throws IOException, InterruptedException {
        var described = json(call(signIn(staff("ADMIN")), "GET", "/q/openapi?format=json", ""));
        var operations = new ArrayList<String>();
        described
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(it -> operations.add(it.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        if (operations.isEmpty()) {
            throw new IOException("The service describes no operations.");
        }
        return operations;
    }

    /** Opens a chat as that customer. */
    FrameSocket chat(String token) throws IOException {
        return FrameSocket.open(http, base, "/ws/v1/chat?token=" + token, "");
    }

    FrameSocket socket(String path, String token) throws IOException {
        return FrameSocket.open(http, base, path, token);
    }

    boolean isHealthy() throws InterruptedException {
        try {
            return send(request("/q/health/ready").GET().build()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }
}
