package dev.yiwen.identity.http;

import dev.yiwen.identity.Role;
import dev.yiwen.identity.roster.Roster;
import dev.yiwen.identity.roster.RosterImport;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;

/** Accounts from a CSV file: looked at first, made when that is confirmed. */
@Path("/api/v1/staff/import")
@RolesAllowed(Role.Names.ADMIN)
@Consumes("text/csv")
final class RosterResource {
    private final RosterImport roster;

    RosterResource(RosterImport roster) {
        this.roster = roster;
    }

    record Made(List<RosterImport.Created> created) {}

    @POST
    @Path("/preview")
    public Uni<Roster> preview(byte[] file) {
        return roster.preview(file);
    }

    @POST
    public Uni<Made> create(byte[] file) {
        return roster.create(file).map(Made::new);
    }
}
