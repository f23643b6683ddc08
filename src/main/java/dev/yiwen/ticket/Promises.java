package dev.yiwen.ticket;

import dev.yiwen.conversation.Body;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Messages;
import dev.yiwen.ticket.deadline.Deadlines;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What customers are told about when their message is seen to: what the deadlines say, in words. */
@Singleton
public final class Promises {
    /** The notice of a message that was left; its fact {@value #NUMBER} names the ticket. */
    public static final String LEFT = "message-left";

    public static final String NUMBER = "number";
    private static final int MINUTES = 60;
    private static final int HOURS = 24;

    private final Deadlines deadlines;
    private final Messages messages;
    private final DateTimeFormatter clock;

    Promises(Deadlines deadlines, Messages messages) {
        this.deadlines = deadlines;
        this.messages = messages;
        this.clock = DateTimeFormatter.ofPattern(messages.text("ticket.clock"));
    }

    /** For each kind that a customer may choose. */
    public Map<TicketKind, String> all() {
        var all = new LinkedHashMap<TicketKind, String>();
        for (var kind : TicketKind.values()) {
            if (kind.isForCustomers()) {
                all.put(kind, of(kind));
            }
        }
        return all;
    }

    public Body.Notice left(Ticket ticket) {
        return notice(LEFT, "ticket.left", facts(ticket));
    }

    /** Somebody of staff opened it for the customer. */
    public Body.Notice opened(Ticket ticket) {
        return notice("ticket-opened", "ticket.opened", facts(ticket));
    }

    public Body.Notice resolved(long number, String title, TicketKind kind) {
        return notice("ticket-resolved", "ticket.resolved", facts(number, title, kind));
    }

    private Body.Notice notice(String code, String text, Map<String, String> facts) {
        return new Body.Notice(code, messages.text(text, facts), facts);
    }

    private Map<String, String> facts(Ticket ticket) {
        var facts = facts(ticket.number(), ticket.title(), ticket.kind());
        facts.put("until", ticket.next().map(it -> time(it.dueAt())).orElse(""));
        return facts;
    }

    private Map<String, String> facts(long number, String title, TicketKind kind) {
        var facts = new HashMap<String, String>();
        facts.put(NUMBER, Long.toString(number));
        facts.put("title", title);
        facts.put("what", messages.text("ticket.first." + kind.name()));
        return facts;
    }

    private String of(TicketKind kind) {
        var facts = new HashMap<String, String>();
        boolean working = deadlines.inWorkingHours(kind);
        deadlines.of(kind).forEach((step, time) -> facts.put(fact(step), words(time, working)));
        return messages.text("ticket.promise." + kind.name(), facts);
    }

    private static String fact(TicketStep step) {
        return switch (step) {
            case RESPOND -> "respond";
            case PLAN -> "plan";
            case CALL_BACK -> "callBack";
            case RESTORE -> "restore";
        };
    }

    private String time(Instant at) {
        return clock.format(at.atZone(HomeZone.id()));
    }

    /** In the largest unit that says it exactly. */
    private String words(Duration time, boolean working) {
        var minutes = time.toMinutes();
        if (minutes % MINUTES != 0) {
            return amount("minutes", working, minutes);
        }
        return working && minutes % (HOURS * MINUTES) == 0
                ? amount("days", true, minutes / (HOURS * MINUTES))
                : amount("hours", working, minutes / MINUTES);
    }

    private String amount(String unit, boolean working, long n) {
        return messages.text("ticket." + (working ? "working-" : "") + unit, Map.of("n", Long.toString(n)));
    }
}
