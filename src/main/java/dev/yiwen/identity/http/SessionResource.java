package dev.yiwen.identity.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.identity.StaffId;
import dev.yiwen.identity.session.SignIn;
import dev.yiwen.identity.session.StaffSessions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A member of staff's session in the browser. */
@Path("/api/v1/session")
final class SessionResource {
    private final SignIn signIn;
    private final CurrentStaff current;
    private final StaffSessions sessions;
    private final SessionCookie cookie;
    private final AuditLog audit;

    SessionResource(SignIn signIn, CurrentStaff current, StaffSessions sessions, SessionCookie cookie, AuditLog audit) {
        this.audit = audit;
        this.signIn = signIn;
        this.sessions = sessions;
        this.current = current;
        this.cookie = cookie;
    }

    record Login(
            @NotNull @Size(min = 1, max = 64) String login,
            @NotNull @Size(min = 1, max = 256) String password) {}

    record PasswordChange(
            @NotNull @Size(max = 256) @JsonProperty("old") String old,
            @NotNull @Size(max = 256) @JsonProperty("new") String fresh) {}

    /** A member of staff as pages show them. */
    record Shown(StaffId id, String login, String name, Set<Role> roles, boolean active, boolean mustChangePassword) {
        static Shown of(Staff staff) {
            return new Shown(
                    staff.id(), staff.login(), staff.name(), staff.roles(), staff.active(), staff.mustChangePassword());
        }
    }

    record SignedIn(Shown staff) {}

    @GET
    public Shown whoAmI() {
        return Shown.of(current.get());
    }

    @POST
    public Uni<Response> open(@NotNull @Valid Login login, HttpServerRequest request) {
        return signIn.signIn(login.login().strip().toLowerCase(Locale.ROOT), login.password(), client(request))
                .map(session -> withCookie(session, request));
    }

    /** Ends the session and its sockets on every instance; also takes away a cookie that is worth nothing any more. */
    @DELETE
    public Uni<Response> close(HttpServerRequest request) {
        var done = Response.noContent().cookie(cookie.close(request)).build();
        return current.ifSignedIn()
                .flatMap(it -> Optional.ofNullable(it.session())
                        .map(id ->
                                SessionsResource.end(sessions, audit, it.staff().id(), id)))
                .orElseGet(() -> Uni.createFrom().voidItem())
                .replaceWith(done);
    }

    @PUT
    @Path("/password")
    public Uni<Response> changePassword(@NotNull @Valid PasswordChange change, HttpServerRequest request) {
        return signIn.changePassword(current.get(), change.old(), change.fresh(), client(request))
                .map(session -> withCookie(session, request));
    }

    private Response withCookie(SignIn.Session session, HttpServerRequest request) {
        return Response.ok(new SignedIn(Shown.of(session.staff())))
                .cookie(cookie.open(session.token(), request))
                .build();
    }

    private static StaffSessions.Client client(HttpServerRequest request) {
        var userAgent = request.getHeader(HttpHeaders.USER_AGENT);
        return new StaffSessions.Client(
                String.valueOf(request.remoteAddress().hostAddress()), userAgent == null ? "" : userAgent);
    }
}
