package dev.yiwen.handoff.desk;

import dev.yiwen.handoff.AgentQueue;
import dev.yiwen.handoff.desk.ConversationResource.ConversationView;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The queue as agents empty it. */
@Path("/api/v1/handoff")
@RolesAllowed(Right.Names.ANSWER)
final class QueueResource {
    private final AgentQueue queue;
    private final CurrentStaff current;

    QueueResource(AgentQueue queue, CurrentStaff current) {
        this.queue = queue;
        this.current = current;
    }

    /** 204 when nobody waits. */
    @POST
    @Path("/next")
    public Uni<Response> next() {
        return queue.next(current.get().id())
                .map(picked -> picked.map(
                                it -> Response.ok(ConversationView.of(it)).build())
                        .orElseGet(() -> Response.noContent().build()));
    }
}
