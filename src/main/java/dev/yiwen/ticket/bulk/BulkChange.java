package dev.yiwen.ticket.bulk;

import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Problem;
import dev.yiwen.ticket.TicketPriority;
import dev.yiwen.ticket.work.TicketChange;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing to do with many tickets.
 *
 * @param staffId of {@link What#ASSIGN}
 * @param priority of {@link What#PRIORITY}
 * @param words why, of {@link What#RESOLVE} and {@link What#REOPEN}
 */
record BulkChange(
        @NotEmpty @Size(max = 200) List<@NotNull UUID> tickets,
        @NotNull What what,
        @Nullable UUID staffId,
        @Nullable TicketPriority priority,
        @Nullable @Size(max = 4000) String words) {

    BulkChange {
        tickets = tickets == null ? List.of() : tickets.stream().distinct().toList();
    }

    enum What {
        TAKE,
        ASSIGN,
        RELEASE,
        PRIORITY,
        RESOLVE,
        REOPEN
    }

    /** Fails with {@code INVALID} when what it needs is missing. */
    TicketChange each() {
        return switch (what) {
            case TAKE -> new TicketChange.Take();
            case ASSIGN -> new TicketChange.Assign(StaffId.of(given(staffId, "staffId")));
            case RELEASE -> new TicketChange.Release();
            case PRIORITY -> new TicketChange.Prioritise(given(priority, "priority"));
            case RESOLVE -> new TicketChange.Resolve(given(written(), "words"));
            case REOPEN -> new TicketChange.Reopen(given(written(), "words"));
        };
    }

    private @Nullable String written() {
        return words == null || words.isBlank() ? null : words.strip();
    }

    private static <T> T given(@Nullable T value, String name) {
        if (value == null) {
            throw new Problem(Problem.Kind.INVALID, "\"" + name + "\" is missing.");
        }
        return value;
    }
}
