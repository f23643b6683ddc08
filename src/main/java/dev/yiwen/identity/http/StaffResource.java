package dev.yiwen.identity.http;

import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.StaffId;
import dev.yiwen.identity.StaffMembers;
import dev.yiwen.identity.factor.SecondFactors;
import dev.yiwen.identity.http.SessionResource.Shown;
import dev.yiwen.identity.password.OneTimePassword;
import dev.yiwen.identity.role.Giving;
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
@RolesAllowed(Right.Names.STAFF)
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
            @NotNull @Size(max = 50) Set<@NotNull @Size(max = 32) String> roles) {}

    record Change(
            @Nullable @Size(min = 1, max = 64) String name,
            @Nullable @Size(max = 50) Set<@NotNull @Size(max = 32) String> roles,
            @Nullable Boolean active) {}

    /** @param lastSignInAt null for somebody who never did */
    record Colleague(
            StaffId id,
            String login,
            String name,
            Set<String> roles,
            Set<Right> rights,
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
                    staff.rights(),
                    staff.active(),
                    staff.mustChangePassword(),
                    staff.secondFactor(),
                    it.lastSignInAt());
        }
    }

    record Created(Shown staff, String oneTimePassword) {}

    record Reset(String oneTimePassword) {}

    @GET
    @RolesAllowed({Right.Names.SUPERVISE, Right.Names.ROUTING, Right.Names.STAFF})
    public Uni<List<Colleague>> list() {
        return members.listed().map(all -> all.stream().map(Colleague::of).toList());
    }

    @POST
    public Uni<Created> create(@NotNull @Valid NewStaff fresh) {
        var password = OneTimePassword.next();
        return members.createAll(
                        List.of(new StaffMembers.Fresh(fresh.login(), fresh.name(), fresh.roles(), password)),
                        current.get())
                .map(all -> new Created(Shown.of(all.getFirst()), password));
    }

    @PATCH
    @Path("/{id}")
    public Uni<Shown> change(UUID id, @NotNull @Valid Change change) {
        return members.change(
                        StaffId.of(id),
                        new StaffMembers.Change(change.name(), change.roles(), change.active()),
                        current.get())
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

    /** Who knows the password can be that person; so it is not given by who could not give that person's rights. */
    @POST
    @Path("/{id}/password")
    public Uni<Reset> resetPassword(UUID id) {
        var password = OneTimePassword.next();
        var by = current.get();
        return members.find(StaffId.of(id))
                .invoke(it -> Giving.require(by, it.rights()))
                .chain(it -> members.setPassword(it.id(), password, true))
                .replaceWith(new Reset(password));
    }
}
