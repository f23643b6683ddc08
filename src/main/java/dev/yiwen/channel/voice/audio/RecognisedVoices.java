package dev.yiwen.channel.voice.audio;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.conversation.VoiceWords;
import dev.yiwen.file.VoiceSound;
import dev.yiwen.shared.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Voice messages, heard by the recogniser that hears calls, where there is one. */
@Singleton
final class RecognisedVoices implements VoiceWords {
    private static final Logger LOG = Logger.getLogger(RecognisedVoices.class);
    private static final int RATE = 16_000;
    private static final int CONNECT_MS = 5000;
    private static final int MOST = 4;

    private final Vertx vertx;
    private final RecogniserAddress address;
    private final VoiceSound sounds;
    private final HotWords hotWords;
    private final Protocol protocol;

    RecognisedVoices(Vertx vertx, RecogniserAddress address, VoiceSound sounds, HotWords hotWords, Protocol protocol) {
        this.vertx = vertx;
        this.address = address;
        this.sounds = sounds;
        this.hotWords = hotWords;
        this.protocol = protocol;
    }

    /** How the recogniser is spoken to. */
    @Singleton
    static final class Protocol {
        private final TwoPass frames;
        private final WebSocketClient client;
        private final Duration patience;

        Protocol(Vertx vertx, ObjectMapper json, AsrConfig config) {
            frames = new TwoPass(json);
            patience = config.voiceMessage();
            client = vertx.createWebSocketClient(
                    new WebSocketClientOptions().setConnectTimeout(CONNECT_MS).setMaxConnections(MOST));
        }
    }

    @Override
    public boolean hears(String mediaType) {
        return address.get().isPresent() && sounds.converts(mediaType);
    }

    @Override
    public Uni<Optional<String>> of(String mediaType, byte[] content) {
        return address.get()
                .filter(it -> sounds.converts(mediaType))
                .map(recogniser -> sounds.samples(mediaType, content, RATE)
                        .chain(samples -> samples.map(it -> heard(recogniser, it))
                                .orElseGet(() -> Uni.createFrom().item("")))
                        .map(it -> Optional.of(it).filter(words -> !words.isBlank()))
                        .ifNoItem()
                        .after(protocol.patience.multipliedBy(2))
                        .recoverWithItem(Optional::empty)
                        .onFailure()
                        .recoverWithItem(failure -> {
                            LOG.warnf("A voice message was not recognised: %s", failure.toString());
                            return Optional.empty();
                        }))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<String> heard(WebSocketConnectOptions recogniser, byte[] samples) {
        return Uni.createFrom().emitter(emitter -> {
            var context = vertx.getOrCreateContext();
            context.runOnContext(now -> protocol.client
                    .connect(recogniser)
                    .onFailure(emitter::fail)
                    .onSuccess(socket -> context.runOnContext(it -> new Dictation(
                                    vertx,
                                    context,
                                    protocol.frames,
                                    pieces(samples).toList(),
                                    protocol.patience)
                            .over(socket, protocol.frames.begin("voice-" + Ids.next(), RATE, hotWords.all()))
                            .onComplete(done -> emitter.complete(done.result())))));
        });
    }

    private static Stream<Buffer> pieces(byte[] samples) {
        var chunks = new PcmChunks(RATE);
        var whole = chunks.add(Buffer.buffer(samples));
        return Stream.concat(whole.stream(), chunks.rest().stream());
    }
}
