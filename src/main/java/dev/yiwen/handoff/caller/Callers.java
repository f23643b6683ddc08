package dev.yiwen.handoff.caller;

import static dev.yiwen.handoff.caller.FactWants.entries;
import static dev.yiwen.handoff.caller.FactWants.text;
import static dev.yiwen.handoff.caller.FactWants.time;

import dev.yiwen.conversation.Conversation;
import dev.yiwen.facts.FactName;
import dev.yiwen.facts.FactReading;
import dev.yiwen.facts.FactsConfig;
import dev.yiwen.handoff.caller.CallerScreen.Contact;
import dev.yiwen.handoff.caller.CallerScreen.Filed;
import dev.yiwen.handoff.caller.CallerScreen.Promised;
import dev.yiwen.handoff.plan.Marked;
import dev.yiwen.handoff.queue.Marks;
import dev.yiwen.identity.Customer;
import dev.yiwen.identity.Customers;
import dev.yiwen.identity.Staff;
import dev.yiwen.ticket.Ticket;
import dev.yiwen.ticket.TicketLabel;
import dev.yiwen.ticket.TicketState;
import dev.yiwen.ticket.Tickets;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts together what an agent sees of who is calling. What Yiwen knows itself never waits for what it must ask. */
@Singleton
public final class Callers {
    private static final int TICKETS = 5;

    private final Customers customers;
    private final Tickets tickets;
    private final Contacts contacts;
    private final Marks marks;
    private final Asking asking;

    Callers(Customers customers, Tickets tickets, Contacts contacts, Marks marks, Asking asking) {
        this.customers = customers;
        this.tickets = tickets;
        this.contacts = contacts;
        this.marks = marks;
        this.asking = asking;
    }

    /** The operator's systems, and how long to wait for them. */
    @Singleton
    record Asking(CallerFacts facts, FactsConfig config) {}

    /**
     * @param reader who is to see it: tickets of others are masked
     * @param wait whether to wait as long as the settings say for the operator's systems; else only what is there already is shown
     */
    public Uni<CallerScreen> of(Conversation conversation, Staff reader, boolean wait) {
        var patience = wait ? asking.config().patience() : Duration.ZERO;
        return customers
                .find(conversation.customer())
                .chain(customer -> Uni.combine()
                        .all()
                        .unis(
                                tickets.of(conversation.customer(), TICKETS),
                                contacts.before(conversation),
                                asking.facts().of(customer, patience))
                        .asTuple()
                        .map(it -> screen(
                                customer,
                                number(conversation, customer),
                                it.getItem1().stream()
                                        .map(one -> one.shownTo(reader))
                                        .toList(),
                                it.getItem2(),
                                it.getItem3())));
    }

    private CallerScreen screen(
            Customer customer,
            @Nullable String number,
            List<Ticket> filed,
            List<Contact> before,
            List<FactReading> readings) {
        var now = Instant.now();
        var record = record(readings);
        var shown = filed.stream().map(it -> filed(it, now)).toList();
        var own = customer.name();
        return new CallerScreen(
                own == null ? text(record, "name") : own,
                number,
                customer.tier(),
                customer.createdAt(),
                marks(customer, record),
                ProbableWants.of(shown, before, readings, now),
                shown,
                promises(filed, record, now),
                before,
                asking.facts().views(readings),
                readings.stream().anyMatch(FactReading.Late.class::isInstance));
    }

    private static Map<String, Object> record(List<FactReading> readings) {
        return readings.stream()
                .filter(it -> it.fact().equals(FactName.CUSTOMER))
                .flatMap(it -> it instanceof FactReading.Known known ? Stream.of(known.value()) : Stream.empty())
                .findFirst()
                .orElse(Map.of());
    }

    /** A member of the host application who calls from a number that is known to be theirs is no caller by name. */
    private static @Nullable String number(Conversation call, Customer customer) {
        var id = customer.externalId();
        if (id == null) {
            return null;
        }
        return Customers.isCaller(id) ? id.substring(id.indexOf(':') + 1) : call.subject();
    }

    /** The operator's systems have the last word where their own application said nothing. */
    private List<Marked> marks(Customer customer, Map<String, Object> record) {
        Collection<String> recorded = record.get("marks") instanceof List<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
        return marks.of(
                Stream.concat(customer.hostTags().stream(), recorded.stream()).toList(), customer.tags(), "");
    }

    private static Filed filed(Ticket it, Instant now) {
        var due = it.state() == TicketState.RESOLVED
                ? null
                : it.next().map(Ticket.Due::dueAt).orElse(null);
        return new Filed(
                it.id(),
                it.number(),
                it.kindLabel(),
                it.title(),
                it.state(),
                it.openedAt(),
                due,
                due != null && due.isBefore(it.clock(now)));
    }

    /** A ticket's next step is a promise: the customer was told its deadline. */
    private static List<Promised> promises(List<Ticket> filed, Map<String, Object> record, Instant now) {
        var ofTickets = filed.stream()
                .filter(it -> it.state() != TicketState.RESOLVED)
                .flatMap(it -> it.next().stream()
                        .map(due -> new Promised(
                                due.label(),
                                due.dueAt(),
                                it.number(),
                                due.dueAt().isBefore(it.clock(now)))));
        var recorded = entries(record, "promises").flatMap(it -> {
            var what = text(it, "what");
            var until = time(it, "until");
            return what == null
                    ? Stream.empty()
                    : Stream.of(
                            new Promised(new TicketLabel(what, ""), until, null, until != null && until.isBefore(now)));
        });
        return Stream.concat(ofTickets, recorded).toList();
    }
}
