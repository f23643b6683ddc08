package dev.yiwen.quality.silence;

import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;

/** What customers are dissatisfied with who do not say so. */
@Path("/api/v1/silent-dissatisfaction")
@RolesAllowed(Right.Names.SUPERVISE)
public class SilenceResource {
    private final SilenceList list;
    private final CurrentStaff current;

    SilenceResource(SilenceList list, CurrentStaff current) {
        this.list = list;
        this.current = current;
    }

    record Made(UUID gap) {}

    @GET
    public Uni<List<SilenceList.Silent>> all() {
        return list.all();
    }

    /** Makes a knowledge gap of it, for editors. */
    @POST
    @Path("/{id}/gap")
    public Uni<Made> gap(@PathParam("id") UUID id) {
        return list.gap(id, current.get().id()).map(Made::new);
    }
}
