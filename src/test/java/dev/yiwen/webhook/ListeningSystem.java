package dev.yiwen.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A system that is told, on a port of its own; what it does with the next requests can be chosen. */
public final class ListeningSystem implements AutoCloseable {
    /** What it does instead of answering 204. */
    public enum Fault {
        ERROR,
        SLOW,
        CUT,
        REDIRECT
    }

    public record Told(String id, String timestamp, String signature, String body) {}

    private static final int SLOWER_THAN_PATIENCE_MS = 4_000;

    private final HttpServer server;
    private final ConcurrentLinkedQueue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private volatile boolean broken;

    public ListeningSystem() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks";
    }

    public void next(Fault... next) {
        faults.addAll(List.of(next));
    }

    public void breakDown() {
        broken = true;
    }

    public void recover() {
        broken = false;
    }

    public List<Told> told() {
        return List.copyOf(told);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        told.add(new Told(
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        var fault = broken ? Fault.ERROR : faults.poll();
        if (fault == null) {
            answer(exchange, 204, "");
            return;
        }
        switch (fault) {
            case ERROR -> answer(exchange, 500, "broken");
            case SLOW -> {
                sleep();
                answer(exchange, 204, "");
            }
            case CUT -> {
                exchange.sendResponseHeaders(200, 1_000);
                exchange.getResponseBody().write("half".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                exchange.close();
            }
            case REDIRECT -> {
                exchange.getResponseHeaders().add("Location", url() + "/elsewhere");
                answer(exchange, 302, "");
            }
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void sleep() {
        try {
            Thread.sleep(SLOWER_THAN_PATIENCE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
