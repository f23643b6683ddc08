package dev.yiwen.facts;

import dev.yiwen.command.operator.InventedOperator;
import dev.yiwen.command.operator.OperatorServer;
import dev.yiwen.facts.rest.OperatorConnector;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;

/** The example operator for tests that want one, over real HTTP; for all others there is none. */
@Singleton
public final class SwitchedOperator implements FactSource {
    private final OperatorServer server;
    private final OperatorConnector connector;
    private volatile boolean on;

    SwitchedOperator(Vertx vertx) {
        try {
            server = new OperatorServer(0, null, new InventedOperator(Clock.systemUTC()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Each test fails it in its own way.
        connector = new OperatorConnector(vertx, FactsSettings.of(server.url(), "breaker.calls=10000"));
    }

    public void on() {
        server.faults(Duration.ZERO, false);
        on = true;
    }

    public void off() {
        on = false;
    }

    public OperatorServer server() {
        return server;
    }

    @Override
    public boolean configured() {
        return on;
    }

    @Override
    public Uni<FactReading> ask(FactDefinition fact, FactQuery query) {
        return connector.ask(fact, query);
    }

    @PreDestroy
    void close() {
        server.close();
    }
}
