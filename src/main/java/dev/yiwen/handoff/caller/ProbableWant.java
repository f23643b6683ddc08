package dev.yiwen.handoff.caller;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a caller probably wants, and why that is thought.
 *
 * @param what in the words of the ticket, the outage, the repair or the contact; null where the kind says all
 * @param at of when it is; of an outage: until when
 * @param day of the bill
 * @param amount in yuan
 * @param ticket its number
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProbableWant(
        Kind kind,
        @Nullable String what,
        @Nullable Instant at,
        @Nullable LocalDate day,
        @Nullable BigDecimal amount,
        @Nullable Long ticket) {

    /** The likeliest first. */
    public enum Kind {
        /** Something is down where they live. */
        OUTAGE,
        /** Their line is down. */
        LINE_DOWN,
        /** A ticket of theirs is late. */
        TICKET_LATE,
        /** Something was promised and is due. */
        PROMISE_DUE,
        LINE_UNSTABLE,
        /** A repair is on its way. */
        REPAIR,
        /** They were here lately, and it was not settled. */
        AGAIN,
        TICKET_OPEN,
        /** It came in these days and is higher than the one before. */
        BILL_HIGHER,
        BILL_ISSUED,
        DATA_USED_UP
    }

    static ProbableWant of(Kind kind, @Nullable String what, @Nullable Instant at) {
        return new ProbableWant(kind, what, at, null, null, null);
    }

    static ProbableWant ticket(Kind kind, String what, @Nullable Instant at, long number) {
        return new ProbableWant(kind, what, at, null, null, number);
    }

    static ProbableWant bill(Kind kind, LocalDate issued, @Nullable BigDecimal total) {
        return new ProbableWant(kind, null, null, issued, total, null);
    }
}
