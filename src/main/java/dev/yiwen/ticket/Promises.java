package dev.yiwen.ticket;

import dev.yiwen.conversation.Body;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Messages;
import dev.yiwen.ticket.deadline.Deadlines;
import dev.yiwen.ticket.deadline.StandardKinds;
import dev.yiwen.ticket.kind.KindDefinition;
import dev.yiwen.ticket.kind.TicketKinds;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What customers are told about when their message is seen to: what the deadlines say, in words. */
@Singleton
public final class Promises {
    /** The notice of a message that was left; its fact {@value #NUMBER} names the ticket. */
    public static final String LEFT = "message-left";

    public static final String NUMBER = "number";
    private static final int LONGEST_MESSAGE = 2000;
    private static final int MINUTES = 60;
    private static final int HOURS = 24;

    private final TicketKinds kinds;
    private final StandardKinds standard;
    private final Deadlines deadlines;
    private final Messages messages;
    private final DateTimeFormatter clock;

    Promises(TicketKinds kinds, StandardKinds standard, Deadlines deadlines, Messages messages) {
        this.kinds = kinds;
        this.standard = standard;
        this.deadlines = deadlines;
        this.messages = messages;
        this.clock = DateTimeFormatter.ofPattern(messages.text("ticket.clock"));
    }

    /**
     * A kind that customers may choose, and what comes of it.
     *
     * @param label what the kind is called
     * @param words when who does what
     */
    public record Promised(TicketKind kind, TicketLabel label, TicketLabel words) {}

    public List<Promised> all() {
        return kinds.current().kinds().stream()
                .filter(it -> it.forCustomers() && !it.retired())
                .map(it -> new Promised(
                        it.id(), it.label(), new TicketLabel(of(it, Locale.CHINESE), of(it, Locale.ENGLISH))))
                .toList();
    }

    public Body.Notice left(Ticket ticket) {
        return notice(LEFT, "ticket.left", facts(ticket));
    }

    /** Somebody of staff opened it for the customer. */
    public Body.Notice opened(Ticket ticket) {
        return notice("ticket-opened", "ticket.opened", facts(ticket));
    }

    /** A reply as it stands in the chat, where its files are not: it says that they are in the ticket. */
    public String withFiles(String words, int files) {
        if (files == 0) {
            return words;
        }
        var there = messages.text("ticket.reply-files", Map.of("n", Integer.toString(files)));
        return words.length() + there.length() < LONGEST_MESSAGE ? (words + "\n" + there).strip() : words;
    }

    public Body.Notice resolved(long number, String title) {
        return notice("ticket-resolved", "ticket.resolved", facts(number, title));
    }

    private Body.Notice notice(String code, String text, Map<String, String> facts) {
        return new Body.Notice(code, messages.text(text, facts), facts);
    }

    private Map<String, String> facts(Ticket ticket) {
        var facts = facts(ticket.number(), ticket.title());
        facts.put("what", ticket.next().map(it -> first(ticket.kind(), it)).orElse(""));
        facts.put("until", ticket.next().map(it -> time(it.dueAt())).orElse(""));
        return facts;
    }

    private static Map<String, String> facts(long number, String title) {
        var facts = new HashMap<String, String>();
        facts.put(NUMBER, Long.toString(number));
        facts.put("title", title);
        return facts;
    }

    /** In the words of the kinds that there are from the beginning, when the step is still theirs. */
    private String first(TicketKind kind, Ticket.Due due) {
        return standard.stepOf(kind).filter(due.step()::equals).isPresent()
                ? messages.text("ticket.first." + kind.id())
                : due.label().chinese();
    }

    private String of(KindDefinition kind, Locale language) {
        boolean working = deadlines.inWorkingHours(kind);
        if (standard.hasStepsOf(kind)) {
            var facts = new HashMap<String, String>();
            kind.steps().forEach(it -> facts.put(fact(it.id()), words(it, working, language)));
            return messages.text(language, "ticket.promise." + kind.id().id(), facts);
        }
        return kind.steps().stream()
                .map(it -> messages.text(
                        language,
                        "ticket.promise-step",
                        Map.of(
                                "time",
                                words(it, working, language),
                                "step",
                                it.label().in(language))))
                .collect(Collectors.joining(
                        messages.text(language, "ticket.promise-and", Map.of()),
                        "",
                        messages.text(language, "ticket.promise-end", Map.of())));
    }

    /** As the texts of the standard kinds call it: {@code callBack}. */
    private static String fact(TicketStep step) {
        var parts = step.id().toLowerCase(Locale.ROOT).split("_", 2);
        return parts.length == 1
                ? parts[0]
                : parts[0] + parts[1].substring(0, 1).toUpperCase(Locale.ROOT) + parts[1].substring(1);
    }

    private String time(Instant at) {
        return clock.format(at.atZone(HomeZone.id()));
    }

    /** In the largest unit that says it exactly. */
    private String words(KindDefinition.Step step, boolean working, Locale language) {
        var minutes = step.minutes();
        if (minutes % MINUTES != 0) {
            return amount("minutes", working, minutes, language);
        }
        return working && minutes % (HOURS * MINUTES) == 0
                ? amount("days", true, minutes / (HOURS * MINUTES), language)
                : amount("hours", working, minutes / MINUTES, language);
    }

    private String amount(String unit, boolean working, long n, Locale language) {
        return messages.text(language, "ticket." + (working ? "working-" : "") + unit, Map.of("n", Long.toString(n)));
    }
}
