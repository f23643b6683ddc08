package dev.yiwen.file.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An object store over HTTP on loopback that speaks S3: path-style objects, signed requests (version 4), errors in XML. */
public final class S3Stub implements AutoCloseable {
    public static final String BUCKET = "yiwen-files";
    public static final String ACCESS_KEY = "AKIAYIWENTEST";
    public static final String SECRET_KEY = "a-secret-of-the-tests-alone";

    /** What goes wrong. */
    public enum Fault {
        NONE,
        SLOW,
        BROKEN,
        FORBIDDEN,
        CUT
    }

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile Fault fault = Fault.NONE;
    private volatile int times;
    private volatile String refused = "";

    public S3Stub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on, until told otherwise. */
    public void fails(Fault how) {
        fails(how, Integer.MAX_VALUE);
    }

    public void fails(Fault how, int forRequests) {
        times = forRequests;
        fault = how;
    }

    /** An object that is never taken. */
    void refuses(String key) {
        refused = key;
    }

    /** By key. */
    public Map<String, byte[]> objects() {
        return objects;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var now = times-- > 0 ? fault : Fault.NONE;
            switch (now) {
                case SLOW -> Thread.sleep(5000);
                case BROKEN -> error(exchange, 500, "InternalError");
                case FORBIDDEN -> error(exchange, 403, "AccessDenied");
                case NONE, CUT -> answer(exchange, body, now == Fault.CUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, byte[] body, boolean cut) throws IOException {
        if (!Signature.isValid(exchange, body, SECRET_KEY)) {
            error(exchange, 403, "SignatureDoesNotMatch");
            return;
        }
        var path = exchange.getRequestURI().getPath();
        if (!path.startsWith("/" + BUCKET + "/")) {
            error(exchange, 404, "NoSuchBucket");
            return;
        }
        var key = path.substring(BUCKET.length() + 2);
        if (key.equals(refused)) {
            error(exchange, 403, "AccessDenied");
            return;
        }
        switch (exchange.getRequestMethod()) {
            case "PUT" -> put(exchange, key, body, cut);
            case "GET" -> get(exchange, key, cut);
            case "DELETE" -> {
                objects.remove(key);
                exchange.sendResponseHeaders(204, -1);
            }
            default -> error(exchange, 405, "MethodNotAllowed");
        }
    }

    /** Cut off, nothing of it is kept, and there is no answer. */
    private void put(HttpExchange exchange, String key, byte[] body, boolean cut) throws IOException {
        if (!cut) {
            objects.put(key, body);
            exchange.getResponseHeaders().set("ETag", "\"" + body.length + "\"");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void get(HttpExchange exchange, String key, boolean cut) throws IOException {
        var object = objects.get(key);
        if (object == null) {
            error(exchange, 404, "NoSuchKey");
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
        exchange.sendResponseHeaders(200, object.length);
        exchange.getResponseBody().write(object, 0, cut ? object.length / 2 : object.length);
        exchange.getResponseBody().flush();
    }

    private static void error(HttpExchange exchange, int status, String code) throws IOException {
        var body = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>" + code + "</Code><Message>" + code
                        + "</Message><RequestId>1</RequestId></Error>")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
