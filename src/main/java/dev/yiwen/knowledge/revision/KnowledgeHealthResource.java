package dev.yiwen.knowledge.revision;

import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** Whether what customers are answered from is what is live, for editors. */
@Path("/api/v1/knowledge-health")
@RolesAllowed(Right.Names.EDIT)
final class KnowledgeHealthResource {
    private final KnowledgeHealth health;

    KnowledgeHealthResource(KnowledgeHealth health) {
        this.health = health;
    }

    /** Each check, sound or not. */
    @GET
    public Uni<List<KnowledgeHealth.Check>> check() {
        return health.check();
    }
}
