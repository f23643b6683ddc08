package dev.yiwen.facts.rest;

import dev.yiwen.facts.FactDefinition;
import dev.yiwen.facts.FactName;
import dev.yiwen.facts.FactQuery;
import dev.yiwen.facts.FactReading;
import dev.yiwen.facts.FactReading.Why;
import dev.yiwen.facts.FactSource;
import dev.yiwen.facts.FactsConfig;
import dev.yiwen.shared.OutsideAddress;
import io.quarkus.arc.DefaultBean;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/**
 * Asks facts over HTTP: {@code POST {url}/facts/{name}} with the inputs as JSON, so that no number stands in an access log. It
 * answers with the described fields as JSON, with 404 when it has nothing of the kind. The address is the installer's own
 * choice, mostly one of their network; no redirect leads away from it.
 */
@Singleton
@DefaultBean
public final class OperatorConnector implements FactSource {
    private static final Logger LOG = Logger.getLogger(OperatorConnector.class);

    private final FactsConfig config;
    private final Optional<FactExchange> exchange;
    private final HttpClient http;
    private final Map<FactName, TypedGuard<Uni<FactReading>>> guards = new ConcurrentHashMap<>();

    @Inject
    public OperatorConnector(Vertx vertx, FactsConfig config) {
        this.config = config;
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) config.timeout().toMillis())
                .setMaxPoolSize(config.concurrent())
                .setMaxWaitQueueSize(config.concurrent()));
        this.exchange = config.url()
                .filter(it -> !it.isBlank())
                .map(it -> new FactExchange(
                        http,
                        OutsideAddress.of(it),
                        config.token().filter(token -> !token.isBlank()),
                        config.timeout()));
    }

    @Override
    public boolean configured() {
        return exchange.isPresent();
    }

    @Override
    public Uni<FactReading> ask(FactDefinition fact, FactQuery query) {
        return exchange.map(to -> ask(to, fact, query))
                .orElseGet(() -> Uni.createFrom().item(new FactReading.Broken(fact.name(), Why.DOWN)));
    }

    private Uni<FactReading> ask(FactExchange to, FactDefinition fact, FactQuery query) {
        return guards.computeIfAbsent(fact.name(), name -> FactGuard.of(config, name))
                .get(() ->
                        to.ask(fact, query).ifNoItem().after(config.timeout()).fail())
                .onFailure()
                .recoverWithItem(failure -> broken(fact.name(), failure));
    }

    /** Neither what was asked nor what was answered is logged: both are about people. */
    private static FactReading broken(FactName fact, Throwable failure) {
        var why = why(failure);
        LOG.debugf(
                "The fact %s could not be had: %s (%s)",
                fact.value(), why, failure.getClass().getSimpleName());
        return new FactReading.Broken(fact, why);
    }

    private static Why why(Throwable failure) {
        return switch (failure) {
            case FactFailure known -> known.why();
            case CircuitBreakerOpenException open -> Why.PAUSED;
            case BulkheadException full -> Why.PAUSED;
            case TimeoutException late -> Why.SLOW;
            case java.util.concurrent.TimeoutException late -> Why.SLOW;
            default -> Why.DOWN;
        };
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
