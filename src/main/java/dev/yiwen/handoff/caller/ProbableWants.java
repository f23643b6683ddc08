package dev.yiwen.handoff.caller;

import dev.yiwen.facts.FactReading;
import dev.yiwen.handoff.caller.CallerScreen.Contact;
import dev.yiwen.handoff.caller.CallerScreen.Filed;
import dev.yiwen.handoff.caller.ProbableWant.Kind;
import dev.yiwen.ticket.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a caller probably wants: what is down, what is late, what is open, what came in these days. */
final class ProbableWants {
    /** More would be no guess. */
    private static final int SHOWN = 3;
    /** Who comes again within it comes for the same. */
    private static final Duration LATELY = Duration.ofDays(3);

    /** A ticket speaks for itself. */
    private static final Set<String> SETTLED = Set.of("resolved", "ticket", "invalid");

    private ProbableWants() {}

    static List<ProbableWant> of(List<Filed> tickets, List<Contact> contacts, List<FactReading> readings, Instant now) {
        return Stream.of(
                        tickets.stream()
                                .filter(it -> it.state() != TicketState.RESOLVED)
                                .map(it -> ProbableWant.ticket(
                                        it.late() ? Kind.TICKET_LATE : Kind.TICKET_OPEN,
                                        it.title(),
                                        it.due(),
                                        it.number())),
                        again(contacts, now),
                        FactWants.of(readings, now))
                .flatMap(it -> it)
                .sorted(Comparator.comparing(ProbableWant::kind))
                .limit(SHOWN)
                .toList();
    }

    private static Stream<ProbableWant> again(List<Contact> contacts, Instant now) {
        return contacts.stream()
                .filter(it -> it.openedAt().isAfter(now.minus(LATELY))
                        && !it.open()
                        && !it.words().isBlank())
                .filter(it -> {
                    var end = it.disposition();
                    return end == null || !SETTLED.contains(end);
                })
                .limit(1)
                .map(it -> ProbableWant.of(Kind.AGAIN, it.words(), it.openedAt()));
    }
}
