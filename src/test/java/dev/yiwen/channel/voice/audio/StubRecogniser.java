package dev.yiwen.channel.voice.audio;

import io.quarkus.test.junit.QuarkusMock;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Speaks FunASR's two-pass protocol as its server in C++ does. It hears where speech is, by its energy, and what it
 * understands there is a script: each stretch of speech is its next sentence. It can be told to misbehave.
 */
public final class StubRecogniser implements AutoCloseable {
    private static final int ANSWER_MS = 300;
    private static final int PAUSE_MS = 360;
    private static final double SPEECH = 500;

    private final Vertx vertx;
    private final HttpServer server;
    private final Deque<String> script = new ArrayDeque<>();
    private final BlockingQueue<JsonObject> begun = new LinkedBlockingQueue<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicLong heardBytes = new AtomicLong();
    private volatile boolean refuses;
    private volatile boolean garbles;
    private volatile boolean reads = true;
    private volatile long delayMs;
    private volatile long cutAfterMs = Long.MAX_VALUE;
    private volatile boolean isSilentAtEnd;

    public StubRecogniser(Vertx vertx, String... sentences) {
        this.vertx = vertx;
        script.addAll(List.of(sentences));
        server = vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1"))
                .webSocketHandler(this::accept)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    public URI url() {
        return URI.create("ws://127.0.0.1:" + server.actualPort());
    }

    /** In a Quarkus test: from now on, until that test has ended, calls are heard by this one. */
    public void hearCalls() {
        QuarkusMock.installMockForType(new RecogniserAddress(Optional.of(url())), RecogniserAddress.class);
    }

    /** The first frame of each connection, as they come. */
    public BlockingQueue<JsonObject> begun() {
        return begun;
    }

    public int refused() {
        return refused.get();
    }

    public long heardBytes() {
        return heardBytes.get();
    }

    public void refuse(boolean refuses) {
        this.refuses = refuses;
    }

    /** What is no JSON comes before each answer. */
    public void garble() {
        garbles = true;
    }

    /** Hangs up, once, after so much audio. */
    public void cutAfter(long ms) {
        cutAfterMs = ms;
    }

    public void answerAfter(long ms) {
        delayMs = ms;
    }

    /** Opens the line and reads nothing from it. */
    public void readNothing() {
        reads = false;
    }

    /** Never says that it has said all. */
    public void staySilentAtEnd() {
        isSilentAtEnd = true;
    }

    private void accept(ServerWebSocket socket) {
        if (refuses) {
            refused.incrementAndGet();
            socket.reject(503);
            return;
        }
        if (!reads) {
            socket.pause();
            return;
        }
        var hearing = new Hearing(socket);
        socket.textMessageHandler(text -> hearing.told(new JsonObject(text)));
        socket.binaryMessageHandler(hearing::hear);
    }

    /** One connection. */
    private final class Hearing {
        private final ServerWebSocket socket;
        private String name = "";
        private int rate = 16000;
        private long bytes;
        private long speechFrom = -1;
        private long answeredMs;
        private long quietMs;
        private int shown;

        Hearing(ServerWebSocket socket) {
            this.socket = socket;
        }

        void told(JsonObject frame) {
            if (frame.containsKey("mode")) {
                name = frame.getString("wav_name");
                rate = frame.getInteger("audio_fs");
                begun.add(frame);
            }
            if (!frame.getBoolean("is_speaking", true) && !isSilentAtEnd) {
                if (speechFrom >= 0) {
                    sentence(true);
                } else {
                    answer(new JsonObject().put("text", "").put("is_final", true));
                }
            }
        }

        void hear(Buffer pcm) {
            long before = ms();
            bytes += pcm.length();
            heardBytes.addAndGet(pcm.length());
            if (ms() >= cutAfterMs) {
                cutAfterMs = Long.MAX_VALUE;
                socket.close((short) 1011);
                return;
            }
            if (isSpeech(pcm)) {
                quietMs = 0;
                if (speechFrom < 0) {
                    speechFrom = before;
                    answeredMs = before;
                    shown = 0;
                }
                more();
            } else if (speechFrom >= 0) {
                quietMs += ms() - before;
                if (quietMs >= PAUSE_MS) {
                    sentence(false);
                }
            }
        }

        /** Two characters of the sentence for each {@value #ANSWER_MS} ms of speech. */
        private void more() {
            var sentence = script.peek();
            if (sentence != null && ms() - answeredMs >= ANSWER_MS && shown + 2 <= sentence.length()) {
                answeredMs = ms();
                answer(new JsonObject()
                        .put("mode", "2pass-online")
                        .put("text", sentence.substring(shown, shown + 2))
                        .put("is_final", false));
                shown += 2;
            }
        }

        private void sentence(boolean last) {
            var sentence = script.poll();
            long to = ms() - quietMs;
            answer(new JsonObject()
                    .put("mode", "2pass-offline")
                    .put("text", sentence == null ? "" : sentence + "。")
                    .put("is_final", last)
                    .put(
                            "timestamp",
                            "[[" + speechFrom + "," + (speechFrom + 100) + "],[" + (to - 100) + "," + to + "]]")
                    .put(
                            "stamp_sents",
                            new JsonArray()
                                    .add(new JsonObject()
                                            .put("start", speechFrom)
                                            .put("end", to))));
            speechFrom = -1;
            quietMs = 0;
        }

        private void answer(JsonObject frame) {
            var text = frame.put("wav_name", name).encode();
            if (garbles) {
                send("{\"mode\":\"2pass-on");
                send("[1,2]");
                send("{\"mode\":\"3pass\",\"text\":\"wrong\"}");
            }
            send(text);
        }

        private void send(String text) {
            if (delayMs == 0) {
                socket.writeTextMessage(text);
            } else {
                vertx.setTimer(delayMs, it -> {
                    if (!socket.isClosed()) {
                        socket.writeTextMessage(text);
                    }
                });
            }
        }

        private long ms() {
            return bytes * 1000 / (rate * 2L);
        }

        private static boolean isSpeech(Buffer pcm) {
            double sum = 0;
            for (int i = 0; i + 1 < pcm.length(); i += 2) {
                double sample = pcm.getShortLE(i);
                sum += sample * sample;
            }
            return Math.sqrt(sum / Math.max(1, pcm.length() / 2)) > SPEECH;
        }
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
