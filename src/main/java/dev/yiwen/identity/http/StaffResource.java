package dev.yiwen.identity.http;

import dev.yiwen.identity.Role;
import dev.yiwen.identity.StaffId;
import dev.yiwen.identity.StaffMembers;
import dev.yiwen.identity.http.SessionResource.Shown;
import dev.yiwen.identity.password.OneTimePassword;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The members of staff, for those who see to them. */
@Path("/api/v1/staff")
@RolesAllowed(Role.Names.ADMIN)
final class StaffResource {
    private final StaffMembers members;

    StaffResource(StaffMembers members) {
        this.members = members;
    }

    record NewStaff(
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9._-]{1,63}") String login,

            @NotNull @Size(min = 1, max = 64) String name,
            @NotNull Set<@NotNull Role> roles) {}

    record Change(
            @Nullable @Size(min = 1, max = 64) String name,
            @Nullable Set<@NotNull Role> roles,
            @Nullable Boolean active) {}

    record Created(Shown staff, String oneTimePassword) {}

    record Reset(String oneTimePassword) {}

    @GET
    @RolesAllowed({Role.Names.SUPERVISOR, Role.Names.ADMIN})
    public Uni<List<Shown>> list() {
        return members.all().map(all -> all.stream().map(Shown::of).toList());
    }

    @POST
    public Uni<Created> create(@NotNull @Valid NewStaff fresh) {
        var password = OneTimePassword.next();
        return members.create(fresh.login(), fresh.name(), fresh.roles(), password)
                .map(staff -> new Created(Shown.of(staff), password));
    }

    @PATCH
    @Path("/{id}")
    public Uni<Shown> change(UUID id, @NotNull @Valid Change change) {
        return members.change(StaffId.of(id), new StaffMembers.Change(change.name(), change.roles(), change.active()))
                .map(Shown::of);
    }

    @POST
    @Path("/{id}/password")
    public Uni<Reset> resetPassword(UUID id) {
        var password = OneTimePassword.next();
        return members.setPassword(StaffId.of(id), password, true).replaceWith(new Reset(password));
    }
}
