package dev.yiwen.facts.rest;

import dev.yiwen.facts.FactName;
import dev.yiwen.facts.FactReading;
import dev.yiwen.facts.FactsConfig;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;

/** When a failing system is left alone, and how many may ask at once. */
final class FactGuard {
    private FactGuard() {}

    static TypedGuard<Uni<FactReading>> of(FactsConfig config, FactName fact) {
        return TypedGuard.create(new TypeLiteral<Uni<FactReading>>() {})
                .withDescription("fact " + fact.value())
                .withCircuitBreaker()
                .requestVolumeThreshold(config.breaker().calls())
                .failureRatio(config.breaker().failures())
                .delay(config.breaker().pause().toMillis(), ChronoUnit.MILLIS)
                .done()
                .withBulkhead()
                .limit(config.concurrent())
                // The least there can be.
                .queueSize(1)
                .done()
                .build();
    }
}
