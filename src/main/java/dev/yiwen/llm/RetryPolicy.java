package dev.yiwen.llm;

import io.smallrye.faulttolerance.api.CustomBackoffStrategy;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;

/** How often a failing server is asked again, and when it is left alone. */
final class RetryPolicy {
    private RetryPolicy() {}

    /** From the outside in: retry, circuit breaker, bulkhead. So each attempt counts, and one that waits holds no place. */
    static TypedGuard<Uni<Void>> guard(ModelConfig config) {
        return TypedGuard.create(new TypeLiteral<Uni<Void>>() {})
                .withDescription("chat model")
                .withRetry()
                .maxRetries(config.retries())
                .maxDuration(config.timeout().toMillis(), ChronoUnit.MILLIS)
                .whenException(failure -> failure instanceof ModelFailure known && known.worthAnother())
                .withCustomBackoff()
                .strategy(() -> backoff(config))
                .done()
                .done()
                .withCircuitBreaker()
                .requestVolumeThreshold(config.breaker().calls())
                .failureRatio(config.breaker().failures())
                .delay(config.breaker().pause().toMillis(), ChronoUnit.MILLIS)
                .when(failure ->
                        failure instanceof ModelFailure known && known.fault().isTheServers())
                .done()
                .withBulkhead()
                .limit(config.concurrent())
                // The least there can be; who waits in it waits within the same patience.
                .queueSize(1)
                .done()
                .build();
    }

    /** Doubles, with up to as much again at random, lest all come back at once; or what the server asked for. */
    private static CustomBackoffStrategy backoff(ModelConfig config) {
        return new CustomBackoffStrategy() {
            private long next = config.retryDelay().toMillis();

            @Override
            public long nextDelayInMillis(Throwable failure) {
                long base = next;
                next *= 2;
                long asked = failure instanceof ModelFailure known
                        ? known.retryAfter().toMillis()
                        : 0;
                return Math.max(base, asked) + ThreadLocalRandom.current().nextLong(base + 1);
            }
        };
    }
}
