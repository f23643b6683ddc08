package dev.yiwen.file;

import dev.yiwen.file.sound.AmrLength;
import dev.yiwen.file.sound.SoundConfig;
import dev.yiwen.file.sound.SoundConverter;
import dev.yiwen.file.sound.Wav;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Recorded voices as browsers play them and as recognisers hear them; a few at a time. Nothing fails because one was not converted. */
@Singleton
public final class VoiceSound {
    private static final int MOST_WAITING = 100;
    /** What AMR has. */
    private static final int TELEPHONE_RATE = 8000;

    private final Optional<SoundConverter> converter;
    private final Duration patience;
    private final ThreadPoolExecutor threads;

    VoiceSound(SoundConfig config) {
        converter = SoundConverter.of(config);
        patience = config.patience().multipliedBy(2);
        threads = new ThreadPoolExecutor(
                config.atOnce(),
                config.atOnce(),
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().name("yiwen-sound-", 0).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /** Whether sounds of that kind can be converted here. */
    public boolean converts(String mediaType) {
        return converter.filter(it -> it.takes(mediaType)).isPresent();
    }

    /** How long a sound is, in seconds; empty where only playing it tells. */
    public static Optional<Integer> seconds(byte[] content) {
        return Optional.of(AmrLength.seconds(content)).filter(it -> it > 0);
    }

    /** Samples of 16 bits, little-endian, one channel, so many a second; empty for what cannot be converted. */
    public Uni<Optional<byte[]>> samples(String mediaType, byte[] content, int rate) {
        return converter
                .filter(it -> it.takes(mediaType))
                .map(it -> Uni.createFrom()
                        .item(() -> it.samples(mediaType, content, rate))
                        .runSubscriptionOn(threads)
                        .ifNoItem()
                        .after(patience)
                        .recoverWithItem(Optional::empty)
                        .onFailure()
                        .recoverWithItem(Optional.empty()))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    /** For pages, of a sound that browsers do not play; empty where it cannot be made. */
    Uni<Optional<byte[]>> playable(String mediaType, byte[] content) {
        return samples(mediaType, content, TELEPHONE_RATE).map(found -> found.map(it -> Wav.of(it, TELEPHONE_RATE)));
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdownNow();
    }
}
