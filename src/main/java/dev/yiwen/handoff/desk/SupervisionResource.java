package dev.yiwen.handoff.desk;

import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.Audited;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.handoff.desk.ConversationResource.ConversationView;
import dev.yiwen.handoff.queue.TakeOver;
import dev.yiwen.handoff.wall.Held;
import dev.yiwen.handoff.wall.InHand;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;

/** What supervisors see of the conversations that agents have, and how they step in. */
@Path("/api/v1/supervision/conversations")
@RolesAllowed(Right.Names.SUPERVISE)
final class SupervisionResource {
    private final InHand inHand;
    private final TakeOver takeOver;
    private final CurrentStaff current;

    SupervisionResource(InHand inHand, TakeOver takeOver, CurrentStaff current) {
        this.inHand = inHand;
        this.takeOver = takeOver;
        this.current = current;
    }

    /** @param epoch under which it was seen */
    record Seen(@NotNull Integer epoch) {}

    @GET
    public Uni<List<Held>> inHand() {
        return inHand.all();
    }

    /** 409 when it has changed hands since it was seen. */
    @POST
    @Path("/{id}/take-over")
    @Audited(value = AuditKind.TAKEN_OVER, subject = "conversation:{id}")
    public Uni<ConversationView> takeOver(UUID id, @NotNull @Valid Seen seen) {
        return takeOver.by(current.get().id(), ConversationId.of(id), seen.epoch())
                .map(ConversationView::of);
    }
}
