package dev.yiwen.ticket.kind;

import dev.yiwen.ticket.TicketKind;
import dev.yiwen.ticket.TicketLabel;
import dev.yiwen.ticket.TicketStep;
import java.util.List;

/**
 * A kind of tickets.
 *
 * @param forCustomers whether customers may choose it when they leave a message; they fill in no fields
 * @param hours in whose hours its time runs: {@link #ALWAYS}, {@code everybody}, or the id of a group of the routing plan
 * @param retired whether none of it is opened any more
 */
public record KindDefinition(
        TicketKind id,
        TicketLabel label,
        boolean forCustomers,
        String hours,
        boolean retired,
        List<Step> steps,
        List<Field> fields) {
    public static final String ALWAYS = "always";

    public KindDefinition {
        hours = hours == null ? ALWAYS : hours;
        steps = steps == null ? List.of() : List.copyOf(steps);
        fields = fields == null ? List.of() : List.copyOf(fields);
    }

    /** @param minutes from the opening of the ticket to its deadline */
    public record Step(TicketStep id, TicketLabel label, long minutes) {}

    /** @param choices of {@link Type#CHOICE} */
    public record Field(String id, TicketLabel label, Type type, boolean required, List<String> choices) {
        public Field {
            choices = choices == null ? List.of() : List.copyOf(choices);
        }
    }

    public enum Type {
        TEXT,
        CHOICE,
        NUMBER,
        /** {@code 2026-05-01} */
        DATE
    }

    /** What a step of that id is called; the id itself when there is none any more. */
    public TicketLabel step(TicketStep step) {
        return steps.stream()
                .filter(it -> it.id().equals(step))
                .findFirst()
                .map(Step::label)
                .orElseGet(() -> new TicketLabel(step.id(), ""));
    }

    public KindDefinition retire() {
        return new KindDefinition(id, label, forCustomers, hours, true, steps, fields);
    }
}
