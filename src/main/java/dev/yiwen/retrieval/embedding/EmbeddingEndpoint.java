package dev.yiwen.retrieval.embedding;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.http.client.jdk.JdkHttpClient;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.yiwen.shared.Problem;
import io.micrometer.core.instrument.Metrics;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Unit vectors made by a model behind OpenAI's embeddings interface. */
final class EmbeddingEndpoint implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(EmbeddingEndpoint.class);

    /** What the database's index takes. */
    private static final int MOST_COMPONENTS = 2000;

    private static final int PATIENCE = 30;
    private static final int TRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

    private final EmbeddingConfig config;
    private final EmbeddingModel forQuestions;
    private final EmbeddingModel forKnowledge;
    private final Semaphore free;
    // Each request blocks its own thread, and cancelling interrupts it: a server that never ends its answer holds
    // nothing.
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    EmbeddingEndpoint(EmbeddingConfig config) {
        if (config.dimension() < 1 || config.dimension() > MOST_COMPONENTS) {
            throw new IllegalArgumentException("YIWEN_EMBEDDING_DIMENSION must be 1 to %d, not %d."
                    .formatted(MOST_COMPONENTS, config.dimension()));
        }
        this.config = config;
        forQuestions = model(config, config.timeout());
        forKnowledge = model(config, config.timeout().multipliedBy(PATIENCE));
        free = new Semaphore(config.concurrent());
    }

    private static EmbeddingModel model(EmbeddingConfig config, Duration timeout) {
        // Several local servers do not take the upgrade to HTTP/2.
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
        return OpenAiEmbeddingModel.builder()
                .httpClientBuilder(JdkHttpClient.builder().httpClientBuilder(http))
                .baseUrl(config.baseUrl().orElseThrow())
                .apiKey(config.apiKey().orElse("none"))
                .modelName(config.model())
                .timeout(timeout)
                .maxSegmentsPerBatch(config.batch())
                .maxRetries(0)
                .build();
    }

    /** A text that someone waits for; fails when the vector does not come in time, or too many are under way. */
    Uni<float[]> question(String text) {
        return Uni.createFrom()
                .deferred(() -> {
                    if (!free.tryAcquire()) {
                        return Uni.createFrom()
                                .failure(new Problem(
                                        Problem.Kind.OVERLOADED, "Too many questions at once; try again shortly"));
                    }
                    return ask(forQuestions, List.of(text), config.timeout())
                            .onTermination()
                            .invoke(free::release);
                })
                .map(List::getFirst)
                .invoke(vector -> count("embedded"))
                .onFailure()
                .invoke(failure -> count(
                        failure instanceof Problem
                                ? "crowded"
                                : failure instanceof TimeoutException ? "slow" : "failed"));
    }

    /** Texts to be indexed, in their order; fails with OVERLOADED when the server does not recover for half a minute. */
    Uni<List<float[]>> texts(List<String> texts) {
        var batches = Multi.createFrom().iterable(texts).group().intoLists().of(config.batch());
        return batches.onItem()
                .transformToUni(this::patiently)
                .concatenate()
                .onItem()
                .<float[]>disjoint()
                .collect()
                .asList();
    }

    private Uni<List<float[]>> patiently(List<String> batch) {
        return Uni.createFrom()
                .deferred(() -> ask(forKnowledge, batch, config.timeout().multipliedBy(PATIENCE)))
                .onFailure()
                .invoke(failure -> LOG.warnf("The embeddings endpoint: %s", failure.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .atMost(TRIES)
                .onFailure()
                .transform(failure -> new Problem(
                        Problem.Kind.OVERLOADED,
                        "The embeddings endpoint (YIWEN_EMBEDDING_BASE_URL) does not answer as it should: "
                                + failure.getMessage()));
    }

    private Uni<List<float[]>> ask(EmbeddingModel model, List<String> texts, Duration timeout) {
        return interruptibly(() -> vectors(model, texts))
                .ifNoItem()
                .after(timeout)
                .fail();
    }

    private <T> Uni<T> interruptibly(Supplier<T> work) {
        return Uni.createFrom().emitter(emitter -> {
            var running = threads.submit(() -> {
                try {
                    emitter.complete(work.get());
                } catch (RuntimeException e) {
                    emitter.fail(e);
                }
            });
            emitter.onTermination(() -> running.cancel(true));
        });
    }

    private List<float[]> vectors(EmbeddingModel model, List<String> texts) {
        var segments = texts.stream().map(TextSegment::from).toList();
        var vectors = model.embedAll(segments).content();
        if (vectors.size() != texts.size()) {
            throw new IllegalStateException("%d vectors came for %d texts".formatted(vectors.size(), texts.size()));
        }
        return vectors.stream().map(Embedding::vector).map(this::unit).toList();
    }

    private float[] unit(float[] vector) {
        if (vector.length != config.dimension()) {
            throw new IllegalStateException("its vectors have %d components, where YIWEN_EMBEDDING_DIMENSION says %d"
                    .formatted(vector.length, config.dimension()));
        }
        var unit = Vectors.unit(vector);
        if (unit == null) {
            throw new IllegalStateException("a vector has no direction");
        }
        return unit;
    }

    private static void count(String outcome) {
        Metrics.counter("yiwen.embedding", "outcome", outcome).increment();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
