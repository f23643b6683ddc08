package dev.yiwen.identity.http;

import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.StaffId;
import dev.yiwen.identity.StaffMembers;
import dev.yiwen.identity.factor.SecondFactors;
import dev.yiwen.identity.http.SessionResource.Shown;
import dev.yiwen.identity.password.OneTimePassword;
import dev.yiwen.identity.session.StaffSessions;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The members of staff, for those who see to them. */
@Path("/api/v1/staff")
@RolesAllowed(Role.Names.ADMIN)
final class StaffResource {
    private final StaffMembers members;
    private final StaffSessions sessions;
    private final SecondFactors factors;
    private final CurrentStaff current;

    StaffResource(StaffMembers members, StaffSessions sessions, SecondFactors factors, CurrentStaff current) {
        this.members = members;
        this.sessions = sessions;
        this.factors = factors;
        this.current = current;
    }

    record NewStaff(
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9._-]{1,63}") String login,

            @NotNull @Size(min = 1, max = 64) String name,
            @NotNull Set<@NotNull Role> roles) {}

    record Change(
            @Nullable @Size(min = 1, max = 64) String name,
            @Nullable Set<@NotNull Role> roles,
            @Nullable Boolean active) {}

    /** @param lastSignInAt null for somebody who never did */
    record Colleague(
            StaffId id,
            String login,
            String name,
            Set<Role> roles,
            boolean active,
            boolean mustChangePassword,
            boolean secondFactor,
            @Nullable Instant lastSignInAt) {
        static Colleague of(StaffMembers.Listed it) {
            var staff = it.staff();
            return new Colleague(
                    staff.id(),
                    staff.login(),
                    staff.name(),
                    staff.roles(),
                    staff.active(),
                    staff.mustChangePassword(),
                    staff.secondFactor(),
                    it.lastSignInAt());
        }
    }

    record Created(Shown staff, String oneTimePassword) {}

    record Reset(String oneTimePassword) {}

    @GET
    @RolesAllowed({Role.Names.SUPERVISOR, Role.Names.ADMIN})
    public Uni<List<Colleague>> list() {
        return members.listed().map(all -> all.stream().map(Colleague::of).toList());
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

    /** Signs somebody out everywhere, at once. */
    @DELETE
    @Path("/{id}/sessions")
    public Uni<Void> endSessions(UUID id) {
        return sessions.endAll(StaffId.of(id));
    }

    /** For somebody who lost theirs. One's own takes password and code to remove: a session that was left open does not. */
    @DELETE
    @Path("/{id}/second-factor")
    public Uni<Void> resetSecondFactor(UUID id) {
        if (current.get().id().value().equals(id)) {
            throw new Problem(Problem.Kind.CONFLICT, "Remove your own on the page of your account.");
        }
        return factors.reset(StaffId.of(id));
    }

    @POST
    @Path("/{id}/password")
    public Uni<Reset> resetPassword(UUID id) {
        var password = OneTimePassword.next();
        return members.setPassword(StaffId.of(id), password, true).replaceWith(new Reset(password));
    }
}
