package dev.yiwen.channel.voice.audio;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.channel.voice.audio.CallWords.Side;
import dev.yiwen.shared.Ids;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/** Opens lines of audio to the recogniser. */
@Singleton
final class AudioLines {
    private static final int PATIENCE_MS = 5000;
    private static final int CLOSING_S = 2;
    /** Each call has two; beyond it a machine has other troubles. */
    private static final int MOST = 10_000;

    private final Vertx vertx;
    private final AsrConfig config;
    private final CallWords calls;
    private final HotWords hotWords;
    private final TwoPass protocol;
    private final WebSocketClient client;

    AudioLines(Vertx vertx, AsrConfig config, CallWords calls, HotWords hotWords, ObjectMapper json) {
        this.vertx = vertx;
        this.config = config;
        this.calls = calls;
        this.hotWords = hotWords;
        protocol = new TwoPass(json);
        client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setConnectTimeout(PATIENCE_MS)
                .setClosingTimeout(CLOSING_S)
                .setMaxConnections(MOST));
    }

    /** Begun, on that context. */
    AudioLine open(
            WebSocketConnectOptions recogniser,
            String callId,
            Side side,
            int rate,
            Context context,
            AudioLine.Owner owner) {
        var stream = stream();
        var line = new AudioLine(
                callId,
                side,
                rate,
                stream,
                context,
                Clock.systemUTC(),
                calls,
                listener -> new RecogniserLink(
                        vertx,
                        context,
                        config,
                        () -> client.connect(new WebSocketConnectOptions(recogniser)),
                        protocol,
                        () -> protocol.begin(stream, rate, hotWords.all()),
                        rate * Short.BYTES,
                        listener),
                owner);
        line.start();
        return line;
    }

    /** Says nothing of the call to the recogniser, and differs from that of the same side before a reconnect. */
    private static String stream() {
        UUID id = Ids.next();
        return Long.toString(id.getMostSignificantBits() >>> 16, Character.MAX_RADIX)
                + Long.toString(id.getLeastSignificantBits() >>> 40, Character.MAX_RADIX);
    }
}
