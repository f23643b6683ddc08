package dev.yiwen.facts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.yiwen.shared.Caches;
import io.micrometer.core.instrument.Metrics;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Asks the operator's systems without making anybody wait longer than they said: who asks at once shares one question, and what
 * comes late is there when it is asked for again. What is known is kept in memory for {@link FactsConfig#fresh()}, nowhere else.
 */
@Singleton
public final class LiveFacts {
    private static final int KEPT = 10_000;

    private final FactSource source;
    private final FactCatalogue catalogue;
    private final FactsConfig config;
    private final Cache<FactQuery, FactReading> known;
    private final Map<FactQuery, CompletableFuture<FactReading>> underWay = new ConcurrentHashMap<>();

    LiveFacts(FactSource source, FactCatalogue catalogue, FactsConfig config) {
        this.source = source;
        this.catalogue = catalogue;
        this.config = config;
        this.known =
                Caches.measured("facts", Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(config.fresh()));
    }

    /** Whether there is a system to ask. */
    public boolean configured() {
        return source.configured();
    }

    public List<FactDefinition> all() {
        return catalogue.all();
    }

    /** As {@link #read(FactName, Map, Duration)} with the configured patience. */
    public Uni<FactReading> read(FactName fact, Map<String, String> inputs) {
        return read(fact, inputs, config.patience());
    }

    /**
     * Never fails.
     *
     * @param inputs by their names in the description; others are left out. Without one that is needed the fact is unknown
     * @param patience how long to wait before it is {@link FactReading.Late}; zero for what is there already
     */
    public Uni<FactReading> read(FactName fact, Map<String, String> inputs, Duration patience) {
        return catalogue
                .find(fact)
                .flatMap(it -> it.query(inputs).map(query -> read(it, query, patience)))
                .orElseGet(() -> Uni.createFrom().item(new FactReading.Unknown(fact, Instant.now())));
    }

    private Uni<FactReading> read(FactDefinition fact, FactQuery query, Duration patience) {
        var before = known.getIfPresent(query);
        if (before != null) {
            return Uni.createFrom().item(before);
        }
        var reading = begin(fact, query);
        if (patience.isZero()) {
            return Uni.createFrom().item(() -> reading.getNow(new FactReading.Late(fact.name())));
        }
        // A copy: who no longer waits does not end it for the others.
        return Uni.createFrom()
                .completionStage(reading::copy)
                .ifNoItem()
                .after(patience)
                .recoverWithItem(() -> new FactReading.Late(fact.name()));
    }

    private CompletableFuture<FactReading> begin(FactDefinition fact, FactQuery query) {
        var fresh = new CompletableFuture<FactReading>();
        var before = underWay.putIfAbsent(query, fresh);
        if (before != null) {
            return before;
        }
        long start = System.nanoTime();
        source.ask(fact, query)
                .onFailure()
                .recoverWithItem(e -> new FactReading.Broken(fact.name(), FactReading.Why.DOWN))
                .subscribe()
                .with(reading -> end(query, reading, fresh, System.nanoTime() - start));
        return fresh;
    }

    private void end(FactQuery query, FactReading reading, CompletableFuture<FactReading> waiting, long tookNanos) {
        var outcome = switch (reading) {
            case FactReading.Known it -> keep(query, it, "known");
            case FactReading.Unknown it -> keep(query, it, "unknown");
            case FactReading.Late it -> "late";
            // Asked for again it may be well again; how often is the breaker's affair.
            case FactReading.Broken it -> it.why().name().toLowerCase(Locale.ROOT);
        };
        Metrics.timer("yiwen.facts", "fact", query.fact().value(), "outcome", outcome)
                .record(tookNanos, TimeUnit.NANOSECONDS);
        underWay.remove(query, waiting);
        waiting.complete(reading);
    }

    private String keep(FactQuery query, FactReading reading, String outcome) {
        known.put(query, reading);
        return outcome;
    }
}
