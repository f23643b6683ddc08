package dev.yiwen.command.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;

/** The service's address, and what all clients share: one thread on which everything happens, and the connections. */
public record Site(Vertx vertx, URI base, HttpClient http, WebSocketClient sockets) implements AutoCloseable {

    public static Site of(URI base, int mostSockets) {
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        return new Site(
                vertx,
                base,
                vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(64)),
                vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(mostSockets)));
    }

    /** The token of a new visitor. */
    public Future<String> visitor() {
        return http.request(new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setHost(base.getHost())
                        .setPort(base.getPort())
                        .setURI("/api/v1/visitors"))
                .compose(request -> request.putHeader("Content-Length", "0").send())
                .compose(response -> response.statusCode() / 100 == 2
                        ? response.body()
                        : Future.failedFuture("HTTP " + response.statusCode() + " to a new visitor"))
                .map(body -> new JsonObject(body).getString("token"));
    }

    /** The token of a member of staff. */
    public Future<String> signIn(String login, String password) {
        return http.request(new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setHost(base.getHost())
                        .setPort(base.getPort())
                        .setURI("/api/v1/session"))
                .compose(request -> request.putHeader("Content-Type", "application/json")
                        .send(JsonObject.of("login", login, "password", password)
                                .toBuffer()))
                .map(response -> response.cookies().stream()
                        .map(it -> it.substring(it.indexOf('=') + 1, it.indexOf(';')))
                        .findFirst()
                        .orElseThrow(
                                () -> new IllegalStateException("HTTP " + response.statusCode() + " to a sign-in")));
    }

    /** What a member of staff asks for; anything but success fails. */
    public Future<Buffer> as(String token, HttpMethod method, String path, JsonObject body) {
        return http.request(new RequestOptions()
                        .setMethod(method)
                        .setHost(base.getHost())
                        .setPort(base.getPort())
                        .setURI(path))
                .compose(request -> request.putHeader("Authorization", "Bearer " + token)
                        .putHeader("Content-Type", "application/json")
                        .send(body.toBuffer()))
                .compose(response -> response.statusCode() / 100 == 2
                        ? response.body()
                        : Future.failedFuture("HTTP " + response.statusCode() + " to " + path));
    }

    /** The socket of an agent's console. */
    public Future<WebSocket> desk(String token) {
        return socket("/ws/v1/agent", token);
    }

    /** A socket for whoever shows that token. */
    public Future<WebSocket> socket(String path, String token) {
        return sockets.connect(new WebSocketConnectOptions()
                .setHost(base.getHost())
                .setPort(base.getPort())
                .addHeader("Authorization", "Bearer " + token)
                .setURI(path));
    }

    public Future<WebSocket> chat(String token) {
        return sockets.connect(new WebSocketConnectOptions()
                .setHost(base.getHost())
                .setPort(base.getPort())
                .setURI("/ws/v1/chat?token=" + token));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
