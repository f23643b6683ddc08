package dev.yiwen.ticket.work;

import dev.yiwen.ticket.Ticket;
import dev.yiwen.ticket.deadline.Deadlines;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A deadline of a ticket as it is written; what was said of it is the sweep's. */
@Entity
@Table(name = "ticket_step")
@IdClass(StepRow.Key.class)
class StepRow {
    record Key(UUID ticketId, String step) {}

    @Id
    UUID ticketId;

    @Id
    String step;

    Instant warnAt;

    Instant dueAt;

    @Nullable Instant metAt;

    boolean working;

    /** As it is after its ticket's time stood still. */
    StepRow later(Deadlines.Pause pause, Deadlines deadlines) {
        warnAt = deadlines.after(pause, warnAt, working);
        dueAt = deadlines.after(pause, dueAt, working);
        return this;
    }

    static StepRow of(UUID ticket, Ticket.Due due) {
        var row = new StepRow();
        row.ticketId = ticket;
        row.step = due.step().id();
        row.warnAt = due.warnAt();
        row.dueAt = due.dueAt();
        row.working = due.working();
        return row;
    }
}
