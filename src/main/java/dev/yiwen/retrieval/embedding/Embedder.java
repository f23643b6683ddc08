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
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Turns texts into vectors on the {@link Workers}, so that overload is refused rather than piled up, or by the endpoint of
 * {@link EmbeddingConfig}.
 */
@Singleton
public final class Embedder implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Embedder.class);

    /** What makes the vectors: those of two models cannot be compared. */
    public record Model(String name, int dimension) {
        static final Model IN_THE_BOX = new Model("bge-small-zh-v1.5-q", Encoder.DIMENSION);
    }

    /** Loaded when it is first wanted: behind an endpoint never. */
    private static final class InTheBox {
        private static final Encoder ENCODER = new Encoder();
    }

    private final Workers workers;
    private final @Nullable EmbeddingEndpoint endpoint;
    private final Model model;
    private final Cache<String, Encoder.Encoded> cache;

    @Inject
    public Embedder(Workers workers, RetrievalConfig config, EmbeddingConfig embedding) {
        this(
                workers,
                embedding.baseUrl().isPresent() ? new EmbeddingEndpoint(embedding) : null,
                embedding.baseUrl().isPresent()
                        ? new Model(embedding.model(), embedding.dimension())
                        : Model.IN_THE_BOX,
                config.embedCache());
    }

    private Embedder(Workers workers, @Nullable EmbeddingEndpoint endpoint, Model model, int cached) {
        this.workers = workers;
        this.endpoint = endpoint;
        this.model = model;
        cache = Caches.measured("embeddings", Caffeine.newBuilder().maximumSize(cached));
    }

    /** With threads of its own, outside the application. */
    Embedder(int threads, int queue, int cached) {
        this(new Workers(threads, queue, queue), null, Model.IN_THE_BOX, cached);
    }

    /** One outside the application, a thread a core, for measuring the model. */
    public static Embedder alone() {
        return new Embedder(0, 64, 0);
    }

    /** Blocks until it is ready for a first text. */
    public void load(String sample) {
        if (endpoint == null) {
            compute(sample).await().indefinitely();
        }
    }

    /** Texts are customers' words: of somebody who is erased none stays, and nobody knows which were theirs. */
    void forget(@Observes StartupEvent event, Signals signals) {
        signals.listen(CustomerData.ERASED_SIGNAL, id -> cache.invalidateAll(), cache::invalidateAll);
    }

    /**
     * A text that someone waits for; fails with OVERLOADED when too many wait already. Where an endpoint is late or broken the
     * text stays unseen ({@link Encoder.Encoded#isUnseen}) and nothing fails.
     */
    public Uni<Encoder.Encoded> embed(String text) {
        return Uni.createFrom().deferred(() -> {
            var known = cache.getIfPresent(text);
            if (known != null) {
                return Uni.createFrom().item(known);
            }
            var asked = endpoint;
            return asked == null
                    ? submit(text, InTheBox.ENCODER::encode).invoke(encoded -> cache.put(text, encoded))
                    : asked.question(text)
                            .map(Encoder.Encoded::of)
                            .invoke(encoded -> cache.put(text, encoded))
                            .onFailure()
                            .recoverWithItem(this::unseen)
                            .emitOn(workers.goOn());
        });
    }

    private Encoder.Encoded unseen(Throwable failure) {
        LOG.debug("The embeddings endpoint could not be asked", failure);
        return Encoder.Encoded.unseen(model.dimension());
    }

    /** Texts to be indexed, in their order. Gives way when people wait: it keeps few in the queue. */
    public Uni<List<Encoder.Encoded>> embedAll(List<String> texts) {
        return endpoint != null
                ? endpoint.texts(texts)
                        .map(all -> all.stream().map(Encoder.Encoded::of).toList())
                : Multi.createFrom()
                        .iterable(texts)
                        .onItem()
                        .transformToUni(this::encodePatiently)
                        .merge(1)
                        .collect()
                        .asList();
    }

    public Model model() {
        return model;
    }

    /** How many texts are embedded at once. */
    public int threads() {
        return workers.threads();
    }

    /** Whether so many texts wait that one more would be refused, or soon. */
    public boolean isOverloaded() {
        return workers.isOverloaded();
    }

    /** The unit vector (512) of the encoder in the box, without the cache, for measuring that itself. */
    public Uni<float[]> compute(String text) {
        return submit(text, InTheBox.ENCODER::sentence);
    }

    private <T> Uni<T> submit(String text, Function<String, T> work) {
        return workers.here(() -> Uni.createFrom().item(work.apply(text)));
    }

    private Uni<Encoder.Encoded> encodePatiently(String text) {
        return submit(text, InTheBox.ENCODER::encode)
                .onFailure(Problem.class)
                .retry()
                .withBackOff(Duration.ofMillis(50), Duration.ofSeconds(1))
                .indefinitely();
    }

    @PreDestroy
    void leave() {
        if (endpoint != null) {
            endpoint.close();
        }
    }

    /** Of one that is alone. */
    @Override
    public void close() {
        workers.close();
    }
}
