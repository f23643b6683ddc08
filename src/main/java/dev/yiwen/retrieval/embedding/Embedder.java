package dev.yiwen.retrieval.embedding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.yiwen.audit.CustomerData;
import dev.yiwen.retrieval.RetrievalConfig;
import dev.yiwen.retrieval.Workers;
import dev.yiwen.shared.Caches;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Signals;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Turns texts into vectors on the {@link Workers}, so that overload is refused rather than piled up. */
@Singleton
public final class Embedder implements AutoCloseable {
    private final Encoder encoder = new Encoder();
    private final Workers workers;
    private final Cache<String, Encoder.Encoded> cache;

    @Inject
    Embedder(Workers workers, RetrievalConfig config) {
        this(workers, config.embedCache());
    }

    private Embedder(Workers workers, int cached) {
        this.workers = workers;
        cache = Caches.measured("embeddings", Caffeine.newBuilder().maximumSize(cached));
    }

    /** With threads of its own, outside the application. */
    Embedder(int threads, int queue, int cached) {
        this(new Workers(threads, queue, queue), cached);
    }

    /** One outside the application, a thread a core, for measuring the model. */
    public static Embedder alone() {
        return new Embedder(0, 64, 0);
    }

    /** Texts are customers' words: of somebody who is erased none stays, and nobody knows which were theirs. */
    void forget(@Observes StartupEvent event, Signals signals) {
        signals.listen(CustomerData.ERASED_SIGNAL, id -> cache.invalidateAll(), cache::invalidateAll);
    }

    /** A text that someone waits for; fails with OVERLOADED when too many wait already. */
    public Uni<Encoder.Encoded> embed(String text) {
        return Uni.createFrom().deferred(() -> {
            var known = cache.getIfPresent(text);
            return known != null
                    ? Uni.createFrom().item(known)
                    : submit(text, encoder::encode).invoke(encoded -> cache.put(text, encoded));
        });
    }

    /** Texts to be indexed, in their order. Gives way when people wait: it keeps few in the queue. */
    public Uni<List<Encoder.Encoded>> embedAll(List<String> texts) {
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
        return workers.threads();
    }

    /** Whether so many texts wait that one more would be refused, or soon. */
    public boolean isOverloaded() {
        return workers.isOverloaded();
    }

    /** The unit vector (512), without the cache, for measuring the model itself. */
    public Uni<float[]> compute(String text) {
        return submit(text, encoder::sentence);
    }

    private <T> Uni<T> submit(String text, Function<String, T> work) {
        return workers.here(() -> Uni.createFrom().item(work.apply(text)));
    }

    private Uni<Encoder.Encoded> encodePatiently(String text) {
        return submit(text, encoder::encode)
                .onFailure(Problem.class)
                .retry()
                .withBackOff(Duration.ofMillis(50), Duration.ofSeconds(1))
                .indefinitely();
    }

    /** Of one that is alone. */
    @Override
    public void close() {
        workers.close();
    }
}
