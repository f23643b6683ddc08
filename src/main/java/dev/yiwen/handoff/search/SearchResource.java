package dev.yiwen.handoff.search;

import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** The search of the console. */
@Path("/api/v1/conversations/search")
@RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR})
final class SearchResource {
    private final ConversationSearch search;
    private final CurrentStaff current;

    SearchResource(ConversationSearch search, CurrentStaff current) {
        this.search = search;
        this.current = current;
    }

    /** @param q at least two characters: one alone is in every second conversation */
    @GET
    public Uni<List<Found>> find(@QueryParam("q") @NotNull @Size(min = 2, max = 64) String q) {
        return search.find(q.strip(), current.get());
    }
}
