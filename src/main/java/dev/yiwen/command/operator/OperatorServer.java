package dev.yiwen.command.operator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers {@code POST /facts/{name}} as the port of live facts wants it, slowly or not at all where that is asked for. */
public final class OperatorServer implements AutoCloseable {
    private static final String FACTS = "/facts/";

    private final HttpServer http;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final @Nullable String token;
    private final InventedOperator operator;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Faults faults = new Faults(Duration.ZERO, false);

    /** @param port 0 for a free one */
    public OperatorServer(int port, @Nullable String token, InventedOperator operator) throws IOException {
        this.token = token;
        this.operator = operator;
        this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        http.setExecutor(workers);
        http.createContext("/", this::answer);
        http.start();
    }

    private record Faults(Duration slow, boolean fail) {
        /** As a query says, {@code slow=3000&fail=true}, or as they are. */
        Faults with(Map<String, String> query) {
            return new Faults(
                    query.containsKey("slow") ? Duration.ofMillis(Long.parseLong(query.get("slow"))) : slow,
                    query.containsKey("fail") ? !"false".equals(query.get("fail")) : fail);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** From now on. */
    public void faults(Duration slow, boolean fail) {
        faults = new Faults(slow, fail);
    }

    /** How many facts were asked. */
    public int asked() {
        return asked.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var query = query(exchange.getRequestURI().getQuery());
            if (path.equals("/faults") && exchange.getRequestMethod().equals("POST")) {
                faults = faults.with(query);
                send(
                        exchange,
                        200,
                        new JsonObject().put("slow", faults.slow().toMillis()).put("fail", faults.fail()));
            } else if (path.startsWith(FACTS) && exchange.getRequestMethod().equals("POST")) {
                fact(exchange, path.substring(FACTS.length()), faults.with(query));
            } else {
                send(exchange, 404, new JsonObject());
            }
        } catch (DecodeException | NumberFormatException e) {
            send(exchange, 400, new JsonObject());
        }
    }

    private void fact(HttpExchange exchange, String name, Faults now) throws IOException {
        asked.incrementAndGet();
        var input = new JsonObject(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        pause(now.slow());
        if (token != null
                && !("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, new JsonObject());
        } else if (now.fail()) {
            send(exchange, 500, new JsonObject());
        } else {
            Optional<JsonObject> found = operator.fact(name, input);
            send(exchange, found.isPresent() ? 200 : 404, found.orElseGet(JsonObject::new));
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> query(@Nullable String query) {
        return query == null
                ? Map.of()
                : Arrays.stream(query.split("&"))
                        .map(it -> it.split("=", 2))
                        .collect(Collectors.toMap(it -> it[0], it -> it.length > 1 ? it[1] : "", (a, b) -> b));
    }

    private static void send(HttpExchange exchange, int status, JsonObject body) throws IOException {
        var bytes = body.encode().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        http.stop(0);
        workers.shutdownNow();
    }
}
