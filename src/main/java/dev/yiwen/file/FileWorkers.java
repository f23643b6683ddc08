package dev.yiwen.file;

import dev.yiwen.file.picture.PictureConfig;
import dev.yiwen.shared.Problem;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Looking into a file and scaling a picture cost processor time and memory: a few at a time on one instance, whoever sent them,
 * and on threads that nothing else waits for.
 */
@Singleton
final class FileWorkers {
    private static final int MOST_WAITING = 200;
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final ThreadPoolExecutor threads;

    FileWorkers(PictureConfig config) {
        threads = new ThreadPoolExecutor(
                config.atOnce(),
                config.atOnce(),
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().name("yiwen-file-", 0).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /** Fails with {@code OVERLOADED} when too many wait. */
    <T> Uni<T> run(Supplier<T> work) {
        return Uni.createFrom()
                .item(work)
                .runSubscriptionOn(threads)
                .onFailure(RejectedExecutionException.class)
                .transform(e -> new Problem(
                        Problem.Kind.OVERLOADED, "Files cannot be looked at just now; try again shortly.", RETRY));
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdownNow();
    }
}
