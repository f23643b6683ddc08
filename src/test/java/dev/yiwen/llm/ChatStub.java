package dev.yiwen.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.langchain4j.model.chat.StreamingChatModel;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A server that speaks OpenAI's streamed chat completions over HTTP, well or badly. */
public final class ChatStub implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How it answers one call. */
    public interface Behaviour {
        void answer(Stream stream) throws IOException, InterruptedException;
    }

    private final HttpServer server;
    private final Deque<Behaviour> behaviours = new ConcurrentLinkedDeque<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    public ChatStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** A model without limits on what it spends; each setting is like {@code timeout=2s}. */
    public LanguageModel model(String... settings) {
        return model(new Unlimited(), settings);
    }

    LanguageModel model(StreamingChatModel own, String... settings) {
        return new LanguageModel(config(settings), new Unlimited(), own);
    }

    LanguageModel model(Budget budget, String... settings) {
        return new LanguageModel(config(settings), budget, (StreamingChatModel) null);
    }

    ModelConfig config(String... settings) {
        var properties = new HashMap<>(Map.of("yiwen.llm.base-url", baseUrl(), "yiwen.llm.model", "stub"));
        for (String setting : settings) {
            var pair = setting.split("=", 2);
            properties.put("yiwen.llm." + pair[0], pair[1]);
        }
        return new SmallRyeConfigBuilder()
                .withMapping(ModelConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(ModelConfig.class);
    }

    /** Answers one call after the other so; the last one stays. */
    public ChatStub then(Behaviour behaviour) {
        behaviours.add(behaviour);
        return this;
    }

    /** Answers all calls so from now on. */
    public void now(Behaviour behaviour) {
        behaviours.clear();
        behaviours.add(behaviour);
    }

    public void says(String reply) {
        now(saying(reply));
    }

    /** The bodies of the requests so far. */
    public List<String> asked() {
        return asked;
    }

    public int calls() {
        return asked.size();
    }

    public static Behaviour saying(String reply) {
        return stream -> {
            stream.begin();
            stream.parts(reply);
            stream.end("stop");
        };
    }

    /** 429 or 5xx. */
    public static Behaviour status(int status, String... headers) {
        return stream -> {
            for (int i = 0; i < headers.length; i += 2) {
                stream.exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            byte[] body = "{\"error\":{\"message\":\"no\"}}".getBytes(StandardCharsets.UTF_8);
            stream.exchange.sendResponseHeaders(status, body.length);
            stream.exchange.getResponseBody().write(body);
        };
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Behaviour behaviour = behaviours.size() > 1 ? behaviours.poll() : behaviours.peek();
        try {
            behaviour.answer(new Stream(exchange, closed));
            exchange.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    /** One streamed reply on its way. */
    public static final class Stream {
        private final HttpExchange exchange;
        private final CountDownLatch closed;

        private Stream(HttpExchange exchange, CountDownLatch closed) {
            this.exchange = exchange;
            this.closed = closed;
        }

        public void begin() throws IOException {
            begin("text/event-stream");
        }

        public void begin(String type) throws IOException {
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(200, 0);
        }

        /** A few characters at a time, as models write. */
        public void parts(String text) throws IOException {
            for (int i = 0; i < text.length(); i += 3) {
                part(text.substring(i, Math.min(text.length(), i + 3)));
            }
        }

        public void part(String text) throws IOException {
            event(chunk(Map.of("index", 0, "delta", Map.of("content", text))));
        }

        /** Asks for a tool. */
        public void tool(String id, String name, String arguments) throws IOException {
            tools(List.of(Map.of(
                    "index",
                    0,
                    "id",
                    id,
                    "type",
                    "function",
                    "function",
                    Map.of("name", name, "arguments", arguments))));
        }

        private void tools(List<Map<String, ?>> calls) throws IOException {
            event(chunk(Map.of("index", 0, "delta", Map.of("tool_calls", calls))));
        }

        public void end(String reason) throws IOException {
            event(chunk(Map.of("index", 0, "delta", Map.of(), "finish_reason", reason)));
            raw(
                    "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"stub\",\"choices\":[],"
                            + "\"usage\":{\"prompt_tokens\":300,\"completion_tokens\":40,\"total_tokens\":340}}\n\n");
            raw("data: [DONE]\n\n");
        }

        public void endWithoutUsage(String reason) throws IOException {
            event(chunk(Map.of("index", 0, "delta", Map.of(), "finish_reason", reason)));
            raw("data: [DONE]\n\n");
        }

        public void raw(String text) throws IOException {
            exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        }

        /** Says nothing more, but for as long as the stub lives. */
        public void hang() throws InterruptedException {
            closed.await();
        }

        /** Ends the connection in the middle of a chunk. */
        public void cut() throws IOException {
            throw new IOException("cut");
        }

        private void event(Map<String, ?> chunk) throws IOException {
            raw("data: " + JSON.writeValueAsString(chunk) + "\n\n");
        }

        private static Map<String, ?> chunk(Map<String, ?> choice) throws JsonProcessingException {
            return Map.of(
                    "id",
                    "c1",
                    "object",
                    "chat.completion.chunk",
                    "created",
                    1,
                    "model",
                    "stub",
                    "choices",
                    List.of(choice));
        }
    }

    private static final class Unlimited implements Budget {
        @Override
        public Uni<Grant> reserve(UUID conversation, long tokens) {
            return Uni.createFrom().item(new Grant.Granted(LocalDate.EPOCH));
        }

        @Override
        public Uni<Void> settle(UUID conversation, @Nullable LocalDate day, long difference) {
            return Uni.createFrom().voidItem();
        }
    }
}
