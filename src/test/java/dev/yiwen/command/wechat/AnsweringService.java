package dev.yiwen.command.wechat;

import com.sun.net.httpserver.HttpServer;
import dev.yiwen.command.wechat.platform.PlatformAccount;
import dev.yiwen.command.wechat.push.PushCipher;
import dev.yiwen.command.wechat.push.PushFields;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;

/** The least service that has callbacks: it keeps what it receives and answers as it is told. */
@NullUnmarked // a field that is missing fails the test
final class AnsweringService implements AutoCloseable {
    final List<Received> received = new CopyOnWriteArrayList<>();
    volatile Function<Received, Answer> answers = it -> new Answer(200, "success");

    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer http;

    /** Status 0 cuts the connection. */
    record Answer(int status, String body) {}

    record Received(String method, Map<String, String> query, String contentType, String body) {
        /** The fields, decrypted where they are encrypted, the signature checked. */
        Map<String, String> read(PlatformAccount account) throws PushCipher.Unreadable {
            var fields = PushFields.read(body);
            var settings = account.settings();
            var cipher = new PushCipher(settings.token(), settings.aesKey(), account.id());
            var timestamp = query.get("timestamp");
            var nonce = query.get("nonce");
            if (fields.containsKey("Encrypt")) {
                if (!cipher.signature(timestamp, nonce, fields.get("Encrypt")).equals(query.get("msg_signature"))) {
                    throw new SecurityException("signature");
                }
                return PushFields.read(cipher.decrypt(fields.get("Encrypt")));
            }
            if (!cipher.signature(timestamp, nonce).equals(query.get("signature"))) {
                throw new SecurityException("signature");
            }
            return fields;
        }
    }

    AnsweringService() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(workers);
        http.createContext("/", exchange -> {
            try (exchange) {
                var query = new TreeMap<String, String>();
                for (var part : exchange.getRequestURI().getRawQuery().split("&")) {
                    var pair = part.split("=", 2);
                    query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
                }
                var call = new Received(
                        exchange.getRequestMethod(),
                        query,
                        String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                received.add(call);
                var answer = answers.apply(call);
                if (answer.status() != 0) {
                    var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
                    exchange.getResponseBody().write(bytes);
                }
            }
        });
        http.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/callback");
    }

    @Override
    public void close() {
        http.stop(0);
        workers.shutdownNow();
    }
}
