package dev.yiwen.retrieval;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns texts into vectors on a bounded pool, one thread a core, so that overload is refused rather than piled up. */
@Singleton
public final class Embedder implements AutoCloseable {
    private final Encoder encoder = new Encoder();
    private final int threads;
    private final ThreadPoolExecutor pool;
    private final Cache<String, Encoder.Encoded> cache;

    @Inject
    Embedder(RetrievalConfig config) {
        this(config.embedThreads(), config.embedQueue(), config.embedCache());
    }

    Embedder(int wanted, int queue, int cached) {
        threads = wanted > 0 ? wanted : Runtime.getRuntime().availableProcessors();
        pool = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(queue),
                Thread.ofPlatform().name("embed-", 0).daemon().factory());
        cache = Caffeine.newBuilder().maximumSize(cached).build();
    }

    /** One outside the application, a thread a core, for measuring the model. */
    public static Embedder alone() {
        return new Embedder(0, 64, 0);
    }

    /** A text that someone waits for; fails with OVERLOADED when too many wait already. */
    Uni<Encoder.Encoded> embed(String text) {
        return Uni.createFrom().deferred(() -> {
            var known = cache.getIfPresent(text);
            return known != null
                    ? Uni.createFrom().item(known)
                    : submit(text, encoder::encode).invoke(encoded -> cache.put(text, encoded));
        });
    }

    /** Texts to be indexed, in their order. Gives way when people wait: it keeps few in the queue. */
    Uni<List<Encoder.Encoded>> embedAll(List<String> texts) {
        return Multi.createFrom()
                .iterable(texts)
                .onItem()
                .transformToUni(this::encodePatiently)
                .merge(1)
                .collect()
                .asList();
    }

    /** How many texts are embedded at once. */
    public int threads() {
        return threads;
    }

    /** Whether so many texts wait that one more would be refused, or soon. */
    public boolean isOverloaded() {
        var waiting = pool.getQueue();
        return waiting.remainingCapacity() <= (waiting.size() + waiting.remainingCapacity()) / 8;
    }

    /** The unit vector (512), without the cache, for measuring the model itself. */
    public Uni<float[]> compute(String text) {
        return submit(text, encoder::sentence);
    }

    private <T> Uni<T> submit(String text, Function<String, T> work) {
        var context = Vertx.currentContext();
        return Uni.createFrom().emitter(emitter -> {
            try {
                pool.execute(() -> run(text, work, emitter, context));
            } catch (RejectedExecutionException e) {
                emitter.fail(new Problem(Problem.Kind.OVERLOADED, "Too many questions at once; try again shortly"));
            }
        });
    }

    private Uni<Encoder.Encoded> encodePatiently(String text) {
        return submit(text, encoder::encode)
                .onFailure(Problem.class)
                .retry()
                .withBackOff(Duration.ofMillis(50), Duration.ofSeconds(1))
                .indefinitely();
    }

    /** Answers on the context that asked, so that the pool's threads only embed. */
    private static <T> void run(
            String text, Function<String, T> work, UniEmitter<? super T> emitter, @Nullable Context context) {
        try {
            var done = work.apply(text);
            back(context, () -> emitter.complete(done));
        } catch (RuntimeException e) {
            back(context, () -> emitter.fail(e));
        }
    }

    private static void back(@Nullable Context context, Runnable signal) {
        if (context == null) {
            signal.run();
        } else {
            context.runOnContext(nothing -> signal.run());
        }
    }

    @Override
    @PreDestroy
    public void close() {
        pool.shutdownNow();
    }
}
