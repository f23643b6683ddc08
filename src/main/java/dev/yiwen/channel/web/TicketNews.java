package dev.yiwen.channel.web;

import dev.yiwen.conversation.Owner;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.shared.Signals;
import dev.yiwen.ticket.Ticket;
import dev.yiwen.ticket.TicketId;
import dev.yiwen.ticket.Tickets;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Tells customers' pages what becomes of their tickets. A page that still shows a conversation that is over goes on in the one
 * where a reply stands.
 */
@Singleton
final class TicketNews {
    private static final Logger LOG = Logger.getLogger(TicketNews.class);

    private final ChatSessions sessions;
    private final Tickets tickets;
    private final Arrivals arrivals;

    TicketNews(ChatSessions sessions, Tickets tickets, Arrivals arrivals) {
        this.sessions = sessions;
        this.tickets = tickets;
        this.arrivals = arrivals;
    }

    void listen(@Observes StartupEvent start, Signals signals) {
        signals.listen(Tickets.TOPIC, this::heard, () -> {});
    }

    private void heard(String payload) {
        // More than an id is a warning of a deadline, which is for staff.
        if (payload.indexOf(' ') < 0 && !sessions.all().isEmpty()) {
            tickets.find(TicketId.of(UUID.fromString(payload)))
                    .chain(this::tell)
                    .subscribe()
                    .with(told -> {}, e -> LOG.warnf("News of a ticket were not told: %s", e.getMessage()));
        }
    }

    private Uni<Void> tell(Ticket ticket) {
        var whose = ticket.customer();
        if (whose == null) {
            return Uni.createFrom().voidItem();
        }
        var customer = CustomerId.of(whose.id());
        var theirs = sessions.all().stream()
                .filter(it -> it.customer().equals(customer))
                .toList();
        theirs.forEach(it -> it.push(new ChatFrame.OfTicket(ticket.number())));
        return Multi.createFrom()
                .iterable(theirs)
                .select()
                .where(TicketNews::isOver)
                .onItem()
                .transformToUniAndConcatenate(arrivals::followOpen)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static boolean isOver(ChatSession session) {
        return session.conversation()
                .filter(it -> it.owner() instanceof Owner.Nobody)
                .isPresent();
    }
}
