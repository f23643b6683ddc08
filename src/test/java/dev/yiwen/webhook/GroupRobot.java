package dev.yiwen.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The robot of a group, on a port of its own: checks what its platform checks, and refuses with HTTP 200 as those do. */
public final class GroupRobot implements AutoCloseable {
    public static final String SECRET = "SEC-of-an-invented-robot";
    private static final Duration OLDEST = Duration.ofHours(1);

    private final HttpServer server;
    private final WebhookFormat platform;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();

    public GroupRobot(String platform) throws IOException {
        this.platform = WebhookFormat.valueOf(platform);
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/robot/send?access_token=invented";
    }

    /** What it answers to the next ones instead. */
    public void next(String... answers) {
        faults.addAll(List.of(answers));
    }

    public List<String> said() {
        return List.copyOf(said);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var fault = faults.poll();
        var answer = fault != null ? fault : answer(query(exchange), new JsonObject(body));
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String answer(Map<String, String> query, JsonObject body) {
        return switch (platform) {
            case WECOM -> {
                said.add(text(body));
                yield "{\"errcode\":0,\"errmsg\":\"ok\"}";
            }
            case DINGTALK -> {
                var time = query.getOrDefault("timestamp", "0");
                if (isOld(Instant.ofEpochMilli(Long.parseLong(time)))
                        || !hmac(SECRET, time + "\n" + SECRET).equals(query.get("sign"))) {
                    yield "{\"errcode\":310000,\"errmsg\":\"sign not match\"}";
                }
                said.add(text(body));
                yield "{\"errcode\":0,\"errmsg\":\"ok\"}";
            }
            case FEISHU -> {
                var time = body.getString("timestamp", "0");
                if (isOld(Instant.ofEpochSecond(Long.parseLong(time)))
                        || !hmac(time + "\n" + SECRET, "").equals(body.getString("sign"))) {
                    yield "{\"code\":19021,\"msg\":\"sign match fail or timestamp is not within one hour from current time\"}";
                }
                said.add(body.getJsonObject("content").getString("text"));
                yield "{\"code\":0,\"msg\":\"success\",\"data\":{}}";
            }
            case JSON -> throw new IllegalStateException("no robot");
        };
    }

    private static String text(JsonObject body) {
        return body.getJsonObject("text").getString("content");
    }

    private static boolean isOld(Instant time) {
        return Duration.between(time, Instant.now()).abs().compareTo(OLDEST) > 0;
    }

    private static String hmac(String key, String signed) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        return Arrays.stream(exchange.getRequestURI().getRawQuery().split("&"))
                .map(it -> it.split("=", 2))
                .collect(Collectors.toMap(it -> it[0], it -> URLDecoder.decode(it[1], StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
