package dev.yiwen.ticket.deadline;

import dev.yiwen.shared.Rhythm;
import dev.yiwen.ticket.Tickets;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/** Tickets that are not resolved, and their deadlines, as metrics. Every instance tells the same: they share the database. */
@Singleton
final class TicketGauges {
    private static final Duration OFTEN = Duration.ofSeconds(30);

    private final Tickets tickets;
    private volatile Tickets.Counts last = new Tickets.Counts(0, 0, 0, 0);

    TicketGauges(Tickets tickets) {
        this.tickets = tickets;
    }

    void start(@Observes StartupEvent event, MeterRegistry metrics, Rhythm rhythm) {
        gauge(metrics, "open", Tickets.Counts::open);
        gauge(metrics, "unowned", Tickets.Counts::unowned);
        gauge(metrics, "soon", Tickets.Counts::soon);
        gauge(metrics, "overdue", Tickets.Counts::overdue);
        rhythm.every(OFTEN, this::count);
    }

    private void gauge(MeterRegistry metrics, String state, ToDoubleFunction<Tickets.Counts> value) {
        Gauge.builder("yiwen.tickets", this, it -> value.applyAsDouble(it.last))
                .description("Tickets that are not resolved: all, nobody's, and those with a deadline near or passed")
                .tag("state", state)
                .register(metrics);
    }

    Uni<Void> count() {
        return tickets.counts().invoke(counts -> last = counts).replaceWithVoid();
    }
}
