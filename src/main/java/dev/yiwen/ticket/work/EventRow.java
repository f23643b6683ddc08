package dev.yiwen.ticket.work;

import dev.yiwen.identity.StaffId;
import dev.yiwen.ticket.TicketEvent.What;
import dev.yiwen.ticket.TicketFile;
import dev.yiwen.ticket.TicketStep;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A line of a ticket's history as it is written; its time is the database's. */
@Entity
@Table(name = "ticket_event")
class EventRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Long id;

    UUID ticketId;

    @Enumerated(EnumType.STRING)
    What what;

    /** Null: the customer. */
    @Nullable UUID staffId;

    @Nullable String step;

    @Nullable String words;

    /** By what its writer's page knows it, so that what is sent twice is kept once. */
    @Nullable String sentAs;

    /** What came with a line; an object, for Hibernate Reactive binds no array. */
    record Attached(List<TicketFile> files) {}

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable Attached files;

    EventRow with(List<TicketFile> attached) {
        files = attached.isEmpty() ? null : new Attached(attached);
        return this;
    }

    static EventRow of(What what, @Nullable StaffId by, @Nullable TicketStep step, @Nullable String words) {
        var row = new EventRow();
        row.what = what;
        row.staffId = by == null ? null : by.value();
        row.step = step == null ? null : step.id();
        row.words = words;
        return row;
    }

    static EventRow replied(StaffId by, String words, String sentAs) {
        var row = of(What.REPLIED, by, null, words);
        row.sentAs = sentAs;
        return row;
    }

    static EventRow answered(String words, String sentAs) {
        var row = of(What.ANSWERED, null, null, words);
        row.sentAs = sentAs;
        return row;
    }
}
