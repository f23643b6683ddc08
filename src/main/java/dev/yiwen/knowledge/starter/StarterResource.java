package dev.yiwen.knowledge.starter;

import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.Audited;
import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** The starter knowledge, as an administrator takes it, declines it, or takes it away again. */
@Path("/api/v1/starter-knowledge")
@RolesAllowed(Right.Names.SETTINGS)
final class StarterResource {
    private final StarterKnowledge starter;

    StarterResource(StarterKnowledge starter) {
        this.starter = starter;
    }

    @GET
    public Uni<StarterState> state() {
        return starter.state();
    }

    /** Begins the import, which takes some seconds, and gives the bot the example's brand unless it has one. */
    @POST
    @Audited(value = AuditKind.STARTER_IMPORTED, subject = "starter-knowledge")
    public Uni<StarterState> take() {
        return starter.take();
    }

    @POST
    @Path("/decline")
    @Audited(value = AuditKind.STARTER_DECLINED, subject = "starter-knowledge")
    public Uni<StarterState> decline() {
        return starter.decline();
    }

    /** All articles of it at once, but for those that people have edited. */
    @DELETE
    @Audited(value = AuditKind.STARTER_REMOVED, subject = "starter-knowledge")
    public Uni<StarterState> remove() {
        return starter.remove();
    }

    /** What was removed. */
    @POST
    @Path("/return")
    @Audited(value = AuditKind.STARTER_IMPORTED, subject = "starter-knowledge")
    public Uni<StarterState> bringBack() {
        return starter.bringBack();
    }
}
