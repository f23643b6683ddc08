package dev.yiwen.handoff.desk;

import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.Audited;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.handoff.AgentQueue;
import dev.yiwen.handoff.desk.ConversationResource.ConversationView;
import dev.yiwen.handoff.note.Notes;
import dev.yiwen.handoff.queue.Precedence;
import dev.yiwen.handoff.transfer.TransferTargets;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;

/** What supervisors do about who waits. Why is an internal note before whoever serves them; that and by whom is in the audit log. */
@Path("/api/v1/supervision/queue/{id}")
@RolesAllowed(Right.Names.SUPERVISE)
final class SupervisedQueueResource {
    private final AgentQueue queue;
    private final Precedence precedence;
    private final TransferTargets agents;
    private final Notes notes;
    private final CurrentStaff current;

    SupervisedQueueResource(
            AgentQueue queue, Precedence precedence, TransferTargets agents, Notes notes, CurrentStaff current) {
        this.queue = queue;
        this.precedence = precedence;
        this.agents = agents;
        this.notes = notes;
        this.current = current;
    }

    record Assigned(
            @NotNull UUID agent, @NotBlank @Size(max = 500) String reason) {}

    record Moved(@NotBlank @Size(max = 500) String reason) {}

    /** To an agent who is there, even with full hands. 404 when they are not; 409 when it does not wait any more. */
    @POST
    @Path("/assign")
    @Audited(value = AuditKind.QUEUE_ASSIGNED, subject = "conversation:{id}")
    public Uni<ConversationView> assign(UUID id, @NotNull @Valid Assigned it) {
        var agent = StaffId.of(it.agent());
        var conversation = ConversationId.of(id);
        return agents.isThere(agent)
                .invoke(there -> {
                    if (!there) {
                        throw new Problem(Problem.Kind.NOT_FOUND, "That agent is not there.");
                    }
                })
                .chain(() -> queue.pick(conversation, agent))
                .call(() -> note(conversation, it.reason()))
                .map(ConversationView::of);
    }

    /** Before all others but those in danger. 409 when it does not wait any more. */
    @POST
    @Path("/first")
    @Audited(value = AuditKind.QUEUE_MOVED, subject = "conversation:{id}")
    public Uni<Void> first(UUID id, @NotNull @Valid Moved it) {
        var conversation = ConversationId.of(id);
        return precedence.give(conversation).chain(() -> note(conversation, it.reason()));
    }

    /** Where the rules place it again. */
    @DELETE
    @Path("/first")
    @Audited(value = AuditKind.QUEUE_MOVED, subject = "conversation:{id}")
    public Uni<Void> byRules(UUID id) {
        return precedence.takeBack(ConversationId.of(id));
    }

    private Uni<Void> note(ConversationId conversation, String reason) {
        return notes.write(conversation, current.get().id(), reason.strip()).replaceWithVoid();
    }
}
