package dev.yiwen.file;

import dev.yiwen.file.ocr.OcrConfig;
import dev.yiwen.file.ocr.PictureReader;
import dev.yiwen.file.picture.PictureConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * The text of pictures that customers send, read on this machine: a few at a time, on threads that nothing else waits for, with
 * so many waiting and for so long as the settings say. Nothing fails because a picture was not read.
 */
@Singleton
public final class PictureText {
    private static final Logger LOG = Logger.getLogger(PictureText.class);
    /** As long as a message may be. */
    private static final int LONGEST = 2000;

    private final OcrConfig config;
    private final PictureReader reader;
    private final ThreadPoolExecutor threads;

    PictureText(OcrConfig config, PictureConfig pictures) {
        this.config = config;
        this.reader = new PictureReader(pictures.limits(), config.dots());
        this.threads = new ThreadPoolExecutor(
                config.atOnce(),
                config.atOnce(),
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(config.mostWaiting()),
                Thread.ofPlatform().name("yiwen-ocr-", 0).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /** Whether pictures are read at all. */
    public boolean reads() {
        return config.enabled();
    }

    /**
     * Rows from above. Empty when it was not read, or says nothing legible.
     *
     * @param mediaType as its content says
     */
    public Uni<Optional<String>> of(String mediaType, byte[] content) {
        if (!config.enabled()) {
            return Uni.createFrom().item(Optional.empty());
        }
        var over = new AtomicBoolean();
        return Uni.createFrom()
                .item(() -> reader.read(mediaType, content, over::get))
                .runSubscriptionOn(threads)
                .ifNoItem()
                .after(config.patience())
                .recoverWithItem(Optional::empty)
                .onTermination()
                .invoke(() -> over.set(true))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("A picture was not read: %s", failure.toString());
                    return Optional.empty();
                })
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(found -> found.map(PictureText::cut));
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdownNow();
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }
}
