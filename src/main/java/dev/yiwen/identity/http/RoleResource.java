package dev.yiwen.identity.http;

import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.role.Giving;
import dev.yiwen.identity.role.RoleName;
import dev.yiwen.identity.role.StaffRole;
import dev.yiwen.identity.role.StaffRoles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Roles as sets of rights: those of every installation, and the company's own. */
@Path("/api/v1/roles")
@RolesAllowed(Right.Names.STAFF)
final class RoleResource {
    private final StaffRoles roles;
    private final CurrentStaff current;

    RoleResource(StaffRoles roles, CurrentStaff current) {
        this.roles = roles;
        this.current = current;
    }

    /** @param name without spaces and commas, so that a file of accounts can list several */
    record WantedRole(
            @NotNull @Size(min = 1, max = 32) String name,
            @NotNull @NotEmpty @Size(max = 32) Set<@NotNull Right> rights) {}

    /** @param givable what whoever asks may give to colleagues */
    record Known(List<StaffRole> roles, Set<Right> givable) {}

    @GET
    @RolesAllowed({Right.Names.SUPERVISE, Right.Names.ROUTING, Right.Names.STAFF})
    public Uni<Known> list() {
        var givable = Giving.givable(current.get());
        return roles.all().map(all -> new Known(all, givable));
    }

    @POST
    public Uni<StaffRole> create(@NotNull @Valid WantedRole wanted) {
        return roles.create(RoleName.own(wanted.name()), wanted.rights(), current.get());
    }

    /** Holds at once for whoever has it. */
    @PUT
    @Path("/{id}")
    public Uni<StaffRole> change(UUID id, @NotNull @Valid WantedRole wanted) {
        return roles.change(id, RoleName.own(wanted.name()), wanted.rights(), current.get());
    }

    @DELETE
    @Path("/{id}")
    public Uni<Void> delete(UUID id) {
        return roles.delete(id);
    }
}
