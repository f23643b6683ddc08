package dev.yiwen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocketHandshakeException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packaged application behind a real nginx that ends TLS, set up as its file says. */
class TlsProxyIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "behind a proxy of ours";
    private static final String EVIL = "https://evil.example";
    /** Another address of this machine, so that the client is not taken for the proxy. */
    private static final String CLIENT_ADDRESS = "127.0.0.77";

    private static final List<String> CLAIMED = List.of("203.0.113.9", "203.0.113.9, 198.51.100.7", "127.0.0.1");

    private static RunningYiwen yiwen;
    private static TlsProxy proxy;
    private static URI base;
    private static HttpClient client;

    @BeforeAll
    static void start() throws Exception {
        TlsProxy.assumeInstalled();
        var port = RunningYiwen.freePort();
        base = URI.create("https://localhost:" + port);
        yiwen = RunningYiwen.start(
                RunningYiwen.freePort(),
                Map.of(
                        "YIWEN_KNOWLEDGE_STARTER", "false",
                        "YIWEN_PUBLIC_URL", base.toString(),
                        "YIWEN_PROXIES", "127.0.0.1"));
        proxy = TlsProxy.start(port, yiwen.port());
        client = client(CLIENT_ADDRESS);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (proxy != null) {
            proxy.close();
        }
        if (yiwen != null) {
            yiwen.close();
        }
    }

    @Test
    void signing_in_sets_a_cookie_for_this_host_and_tls_alone() throws Exception {
        var answer = signIn(client, base, Database.staff(PASSWORD, "AGENT"), PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(it -> assertThat(it)
                        .startsWith("__Host-yiwen_session=")
                        .contains("Secure", "HttpOnly", "Path=/", "SameSite=Strict")
                        .doesNotContain("Domain"));
        assertThat(whoAmI(cookie(answer)).statusCode()).isEqualTo(200);
    }

    @Test
    void browsers_are_told_to_come_back_over_tls_alone() throws Exception {
        var answer = client.send(request(base, "/login").build(), BodyHandlers.discarding());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(it -> assertThat(it).startsWith("max-age=31536000"));
    }

    @Test
    void a_chat_runs_over_tls() throws Exception {
        var visitor = client.send(
                request(base, "/api/v1/visitors").POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
        var token = JSON.readTree(visitor.body()).path("token").asText();

        try (var socket = TestSocket.open(client, base, "/ws/v1/chat?token=" + token, Map.of())) {
            socket.send(Map.of("type", "hello", "afterSeq", 0));
            socket.next("welcome");
            socket.send(Map.of("type", "send", "clientMessageId", "one", "text", "你好"));

            JsonNode author;
            do {
                author = socket.next("message").path("message").path("author").path("kind");
            } while (author.asText().equals("customer"));
            assertThat(author.asText()).isEqualTo("bot");
        }
    }

    @Test
    void a_foreign_page_is_refused_and_the_operator_told_why() throws Exception {
        var cookie = cookie(signIn(client, base, Database.staff(PASSWORD, "AGENT"), PASSWORD));

        var refused = client.send(
                request(base, "/api/v1/session")
                        .header("Cookie", cookie)
                        .header("Origin", EVIL)
                        .DELETE()
                        .build(),
                BodyHandlers.ofString());

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(JSON.readTree(refused.body()).path("type").asText()).isEqualTo("urn:yiwen:problem:foreign-origin");
        assertThat(JSON.readTree(refused.body()).path("detail").asText())
                .contains(EVIL, base.toString(), "YIWEN_PUBLIC_URL");
        assertThat(whoAmI(cookie).statusCode()).as("still signed in").isEqualTo(200);
    }

    @Test
    void a_foreign_page_opens_no_socket_and_one_of_ours_does() throws Exception {
        var cookie = cookie(signIn(client, base, Database.staff(PASSWORD, "AGENT"), PASSWORD));

        assertThatThrownBy(
                        () -> TestSocket.open(client, base, "/ws/v1/agent", Map.of("Cookie", cookie, "Origin", EVIL)))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        it -> assertThat(it.getResponse().statusCode()).isEqualTo(403));
        TestSocket.open(client, base, "/ws/v1/agent", Map.of("Cookie", cookie, "Origin", base.toString()))
                .close();
    }

    @Test
    void limits_count_the_address_that_the_proxy_saw_whatever_the_client_claims() throws Exception {
        var login = Database.staff(PASSWORD, "AGENT");

        for (var claimed : CLAIMED) {
            signIn(client, base, login, PASSWORD, "X-Forwarded-For", claimed);
            signIn(client, base, login, PASSWORD, "Forwarded", "for=" + claimed);
        }

        assertThat(countedAddresses(login)).containsExactly(CLIENT_ADDRESS);
    }

    @Test
    void past_the_proxy_nobody_is_believed() throws Exception {
        var login = Database.staff(PASSWORD, "AGENT");

        for (var claimed : CLAIMED) {
            signIn(client, yiwen.base(), login, PASSWORD, "X-Forwarded-For", claimed);
        }

        assertThat(countedAddresses(login)).containsExactly(CLIENT_ADDRESS);
    }

    @Test
    void what_shows_the_inside_is_not_there_from_outside() throws Exception {
        for (var path : List.of("/q/metrics", "/q/health/ready", "/q/openapi")) {
            assertThat(client.send(request(base, path).build(), BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    private static HttpClient client(String address) throws IOException {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.getByName(address))
                .sslContext(proxy.trust())
                .build();
    }

    private static HttpRequest.Builder request(URI where, String path) {
        return HttpRequest.newBuilder(where.resolve(path)).timeout(Duration.ofSeconds(60));
    }

    private static HttpResponse<String> signIn(
            HttpClient from, URI where, String login, String password, String... headers)
            throws IOException, InterruptedException {
        var request = request(where, "/api/v1/session")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("login", login, "password", password))));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return from.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> whoAmI(String cookie) throws IOException, InterruptedException {
        return client.send(
                request(base, "/api/v1/session").header("Cookie", cookie).build(), BodyHandlers.ofString());
    }

    private static String cookie(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(it -> it.startsWith("__Host-"))
                .map(it -> it.substring(0, it.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    /** Those that the limits of guessing know for that login. */
    private static List<String> countedAddresses(String login) throws SQLException {
        try (var connection = Database.connect();
                var statement = connection.prepareStatement(
                        "select array_agg(address order by address) from sign_in_place where login = ?")) {
            statement.setString(1, login);
            var rows = statement.executeQuery();
            rows.next();
            return List.of((String[]) rows.getArray(1).getArray());
        }
    }
}
