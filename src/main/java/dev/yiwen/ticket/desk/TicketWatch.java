package dev.yiwen.ticket.desk;

import dev.yiwen.identity.Right;
import dev.yiwen.identity.Staff;
import dev.yiwen.privacy.Masked;
import dev.yiwen.shared.Signals;
import dev.yiwen.ticket.Ticket;
import dev.yiwen.ticket.TicketEvent;
import dev.yiwen.ticket.TicketId;
import dev.yiwen.ticket.Tickets;
import dev.yiwen.ticket.deadline.Warnings;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** The sockets that watch tickets on this instance; what any instance commits reaches them by signal. */
@Singleton
final class TicketWatch {
    private static final Logger LOG = Logger.getLogger(TicketWatch.class);
    private static final Duration TOGETHER = Duration.ofMillis(200);

    private record Reader(Staff staff, WebSocketConnection connection) {}

    private final Tickets tickets;
    private final Signals signals;
    private final Map<String, Reader> readers = new ConcurrentHashMap<>();
    private final AtomicBoolean counting = new AtomicBoolean();

    TicketWatch(Tickets tickets, Signals signals) {
        this.tickets = tickets;
        this.signals = signals;
    }

    void listen(@Observes StartupEvent start) {
        signals.listen(Tickets.TOPIC, this::heard, this::count);
    }

    void add(Staff staff, WebSocketConnection connection) {
        readers.put(connection.id(), new Reader(staff, connection));
        count();
    }

    void remove(WebSocketConnection connection) {
        readers.remove(connection.id());
    }

    private void heard(String payload) {
        if (readers.isEmpty()) {
            return;
        }
        if (payload.indexOf(' ') < 0) {
            tell(new TicketFrame.Changed(TicketId.of(UUID.fromString(payload))), it -> true);
        } else {
            warn(Warnings.Told.parse(payload));
        }
        count();
    }

    private void warn(Warnings.Told told) {
        tell(new TicketFrame.Changed(told.ticket()), it -> true);
        tickets.find(told.ticket())
                .subscribe()
                .with(
                        ticket -> ticket.steps().stream()
                                .filter(it -> it.step().equals(told.step()))
                                .forEach(it -> warn(ticket, it, told.what() == TicketEvent.What.OVERDUE)),
                        e -> LOG.warnf("A warning could not be shown: %s", e.getMessage()));
    }

    private void warn(Ticket ticket, Ticket.Due due, boolean overdue) {
        warn(ticket, ticket.title(), due, overdue, it -> ticket.isOf(it.id()));
        warn(ticket, Masked.text(ticket.title()), due, overdue, it -> it.may(Right.SUPERVISE) && !ticket.isOf(it.id()));
    }

    private void warn(Ticket ticket, String title, Ticket.Due due, boolean overdue, Predicate<Staff> whom) {
        tell(
                new TicketFrame.Warning(
                        ticket.id(), ticket.number(), title, due.step(), due.label(), due.dueAt(), overdue),
                whom);
    }

    /** Counts soon, once for all that happens together. */
    private void count() {
        if (!readers.isEmpty() && counting.compareAndSet(false, true)) {
            Uni.createFrom()
                    .voidItem()
                    .onItem()
                    .delayIt()
                    .by(TOGETHER)
                    .invoke(() -> counting.set(false))
                    .chain(tickets::counts)
                    .subscribe()
                    .with(
                            it -> tell(
                                    new TicketFrame.Counted(it.open(), it.unowned(), it.soon(), it.overdue()),
                                    reader -> true),
                            e -> LOG.warnf("The tickets could not be counted: %s", e.getMessage()));
        }
    }

    private void tell(TicketFrame frame, Predicate<Staff> whom) {
        readers.values().stream()
                .filter(it -> whom.test(it.staff()) && it.connection().isOpen())
                .forEach(it -> it.connection().sendText(frame).subscribe().with(sent -> {}, TicketWatch::wentAway));
    }

    private static void wentAway(Throwable failure) {
        LOG.debug("A page went away while it was told", failure);
    }
}
