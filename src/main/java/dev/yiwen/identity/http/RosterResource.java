package dev.yiwen.identity.http;

import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
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
@RolesAllowed(Right.Names.STAFF)
@Consumes("text/csv")
final class RosterResource {
    private final RosterImport roster;
    private final CurrentStaff current;

    RosterResource(RosterImport roster, CurrentStaff current) {
        this.roster = roster;
        this.current = current;
    }

    record Made(List<RosterImport.Created> created) {}

    @POST
    @Path("/preview")
    public Uni<Roster> preview(byte[] file) {
        return roster.preview(file, current.get());
    }

    @POST
    public Uni<Made> create(byte[] file) {
        return roster.create(file, current.get()).map(Made::new);
    }
}
