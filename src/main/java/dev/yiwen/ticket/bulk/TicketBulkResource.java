package dev.yiwen.ticket.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Problem;
import dev.yiwen.ticket.TicketId;
import dev.yiwen.ticket.work.Refusal;
import dev.yiwen.ticket.work.TicketChange;
import dev.yiwen.ticket.work.TicketWork;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing done with many tickets, each for itself: what one refuses keeps no other back. */
@Path("/api/v1/tickets/bulk")
@RolesAllowed(Right.Names.TICKETS)
final class TicketBulkResource {
    private final TicketWork work;
    private final CurrentStaff current;

    TicketBulkResource(TicketWork work, CurrentStaff current) {
        this.work = work;
        this.current = current;
    }

    /**
     * What became of one.
     *
     * @param why it was refused, when a ticket's state or its owner is the reason
     * @param detail what else went wrong
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Outcome(
            UUID id,
            boolean done,
            @Nullable Refusal why,
            @Nullable String detail) {
        static Outcome refused(UUID id, Problem problem) {
            var why = Refusal.of(problem);
            return new Outcome(id, false, why.orElse(null), why.isPresent() ? null : problem.detail());
        }
    }

    /** At most 200, one after the other; in the order in which they were named. */
    @POST
    public Uni<List<Outcome>> change(@NotNull @Valid BulkChange wanted) {
        var me = current.get();
        var each = wanted.each();
        return Multi.createFrom()
                .iterable(wanted.tickets())
                .onItem()
                .transformToUniAndConcatenate(id -> one(id, me, each))
                .collect()
                .asList();
    }

    private Uni<Outcome> one(UUID id, Staff me, TicketChange change) {
        return work.apply(TicketId.of(id), me, change)
                .replaceWith(new Outcome(id, true, null, null))
                .onFailure(Problem.class)
                .recoverWithItem(failure -> Outcome.refused(id, (Problem) failure));
    }
}
