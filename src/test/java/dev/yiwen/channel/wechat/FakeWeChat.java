package dev.yiwen.channel.wechat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The platform's side in short: tokens, sending, media, and WeCom's pages of messages. What it answers next can be chosen. */
final class FakeWeChat implements AutoCloseable {
    /** Instead of an answer: later than anybody waits. */
    static final String SILENCE = "silence";

    static final String SMS = "/sms";
    private static final String TYPING = "/custom/typing";
    private static final int LONGER_THAN_PATIENCE_MS = 4_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    record Sent(String path, String token, JsonNode body) {
        String text() {
            return body.path("text").path("content").asText();
        }

        String to() {
            return body.path("touser").asText();
        }
    }

    final Map<String, String> pages = new ConcurrentHashMap<>();
    final Map<String, String> unionIds = new ConcurrentHashMap<>();
    final ConcurrentLinkedQueue<String> answers = new ConcurrentLinkedQueue<>();
    final List<String> uploads = new CopyOnWriteArrayList<>();
    final ConcurrentLinkedQueue<String> uploadAnswers = new ConcurrentLinkedQueue<>();
    final AtomicInteger tokens = new AtomicInteger();
    volatile byte[] media = new byte[0];

    /** Of text messages, whose connector it plays, too. */
    final List<String> signatures = new CopyOnWriteArrayList<>();

    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    FakeWeChat(String url) throws IOException {
        server = HttpServer.create(
                new InetSocketAddress("127.0.0.1", URI.create(url).getPort()), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
    }

    List<Sent> to(String openId) {
        return sent.stream()
                .filter(it -> it.to().equals(openId) && !it.path().endsWith(TYPING))
                .toList();
    }

    /** Text messages, in their order. */
    List<Sent> messages() {
        return sent.stream().filter(it -> it.path().equals(SMS)).toList();
    }

    /** How often that customer was shown that somebody types. */
    long typing(String openId) {
        return sent.stream()
                .filter(it -> it.to().equals(openId) && it.path().endsWith(TYPING))
                .count();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        switch (path) {
            case "/cgi-bin/stable_token", "/cgi-bin/gettoken" ->
                answer(exchange, "{\"access_token\":\"T%d\",\"expires_in\":7200}".formatted(tokens.incrementAndGet()));
            case "/cgi-bin/media/get" -> {
                exchange.getResponseHeaders().add("Content-Type", "image/png");
                exchange.sendResponseHeaders(200, media.length);
                exchange.getResponseBody().write(media);
                exchange.close();
            }
            case "/cgi-bin/media/upload" -> {
                var refusal = uploadAnswers.poll();
                uploads.add(body);
                answer(
                        exchange,
                        refusal == null
                                ? "{\"type\":\"image\",\"media_id\":\"M%d\"}".formatted(uploads.size())
                                : refusal);
            }
            case "/cgi-bin/kf/sync_msg" ->
                answer(
                        exchange,
                        pages.getOrDefault(
                                JSON.readTree(body).path("open_kfid").asText() + "/"
                                        + JSON.readTree(body).path("cursor").asText(""),
                                "{\"errcode\":0,\"has_more\":0,\"next_cursor\":\"\",\"msg_list\":[]}"));
            case "/cgi-bin/user/info" -> {
                var openId = exchange.getRequestURI().getQuery().replaceFirst(".*openid=([^&]*).*", "$1");
                answer(exchange, "{\"unionid\":\"%s\"}".formatted(unionIds.getOrDefault(openId, "")));
            }
            case "/cgi-bin/kf/customer/batchget" -> {
                var id = JSON.readTree(body).at("/external_userid_list/0").asText();
                answer(
                        exchange,
                        "{\"errcode\":0,\"customer_list\":[{\"external_userid\":\"%s\",\"unionid\":\"%s\"}]}"
                                .formatted(id, unionIds.getOrDefault(id, "")));
            }
            default -> {
                if (path.equals(SMS)) {
                    signatures.add(String.valueOf(exchange.getRequestHeaders().getFirst("webhook-signature")));
                }
                var query = String.valueOf(exchange.getRequestURI().getQuery());
                sent.add(new Sent(path, query.replaceFirst(".*access_token=", ""), JSON.readTree(body)));
                var next = answers.poll();
                if (SILENCE.equals(next)) {
                    pause();
                }
                answer(exchange, next == null || SILENCE.equals(next) ? "{\"errcode\":0,\"errmsg\":\"ok\"}" : next);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LONGER_THAN_PATIENCE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json; encoding=utf-8");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
