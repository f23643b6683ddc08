package dev.yiwen.retrieval.ranking;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.scoring.ScoringModel;
import io.micrometer.core.instrument.Metrics;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The last word on the order of the first articles, if a scoring model is configured or was added as a bean. What is slow,
 * refused, cut off or nonsense costs the time limit at most, and the own order stands.
 */
@Singleton
public final class Reranker {
    private static final Logger LOG = Logger.getLogger(Reranker.class);

    private final RerankConfig config;
    private final @Nullable ScoringModel model;
    private final Semaphore free;

    /** @param settled whether the order is the one that the same question would get again */
    public record Order(List<Ranker.Ranked> ranked, boolean settled) {}

    @Inject
    Reranker(RerankConfig config, Instance<ScoringModel> own, ObjectMapper json) {
        this(
                config,
                own.isResolvable() ? own.get() : config.url().isPresent() ? new RerankEndpoint(config, json) : null);
    }

    Reranker(RerankConfig config, @Nullable ScoringModel model) {
        this.config = config;
        this.model = model;
        free = new Semaphore(config.concurrent());
    }

    /**
     * Never fails.
     *
     * @param goOn where the search goes on with the order
     */
    public Uni<Order> order(SearchText query, List<Ranker.Ranked> ranked, Executor goOn) {
        var asked = model;
        if (asked == null || ranked.size() < 2) {
            return Uni.createFrom().item(new Order(ranked, true));
        }
        if (!free.tryAcquire()) {
            return Uni.createFrom().item(own(ranked, "crowded"));
        }
        var read = ranked.subList(0, Math.min(config.top(), ranked.size()));
        return onWorker(() -> scores(asked, read, query.text()))
                .map(scores -> new Order(reordered(ranked, scores), true))
                .ifNoItem()
                .after(config.timeout())
                .recoverWithItem(() -> own(ranked, "slow"))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.debug("The scoring model could not be asked", failure);
                    return own(ranked, "failed");
                })
                .invoke(it -> {
                    if (it.settled()) {
                        count("reranked");
                    }
                })
                .emitOn(goOn);
    }

    /** Given back by the worker itself: one that still waits for the server is not free. */
    private <T> Uni<T> onWorker(Supplier<T> work) {
        return Uni.createFrom().emitter(emitter -> {
            try {
                Infrastructure.getDefaultWorkerPool().execute(() -> {
                    try {
                        emitter.complete(work.get());
                    } catch (RuntimeException e) {
                        emitter.fail(e);
                    } finally {
                        free.release();
                    }
                });
            } catch (RejectedExecutionException e) {
                free.release();
                emitter.fail(e);
            }
        });
    }

    private static List<Double> scores(ScoringModel model, List<Ranker.Ranked> read, String query) {
        var scores = model.scoreAll(texts(read), query).content();
        if (scores.size() != read.size() || !scores.stream().allMatch(Double::isFinite)) {
            throw new IllegalStateException("Not a score for each document");
        }
        return scores;
    }

    private static Order own(List<Ranker.Ranked> ranked, String outcome) {
        count(outcome);
        return new Order(ranked, false);
    }

    private static void count(String outcome) {
        Metrics.counter("yiwen.rerank", "outcome", outcome).increment();
    }

    /** An article's question and what it says: its best passage of each. */
    private static List<TextSegment> texts(List<Ranker.Ranked> ranked) {
        return ranked.stream()
                .map(it -> {
                    var row = it.entry().best().row();
                    var answer = it.entry().answer();
                    var text = answer == null || answer.row().id() == row.id()
                            ? row.text()
                            : row.text() + "\n" + answer.row().text();
                    return TextSegment.from(row.title() + "\n" + text);
                })
                .toList();
    }

    private static List<Ranker.Ranked> reordered(List<Ranker.Ranked> ranked, List<Double> scores) {
        var order = IntStream.range(0, scores.size())
                .boxed()
                .sorted(Comparator.comparingDouble(scores::get).reversed())
                .map(ranked::get)
                .toList();
        var all = new ArrayList<>(order);
        all.addAll(ranked.subList(scores.size(), ranked.size()));
        return List.copyOf(all);
    }
}
