package dev.yiwen.identity.http;

import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.Staff;
import dev.yiwen.identity.StaffId;
import dev.yiwen.identity.factor.SecondFactorRule;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A member of staff's session in the browser. */
@Path("/api/v1/session")
final class SessionResource {
    private final SignIn signIn;
    private final CurrentStaff current;
    private final StaffSessions sessions;
    private final SecondFactorRule rule;
    private final SessionCookie cookie;

    SessionResource(
            SignIn signIn, CurrentStaff current, StaffSessions sessions, SecondFactorRule rule, SessionCookie cookie) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.rule = rule;
        this.current = current;
        this.cookie = cookie;
    }

    /** @param code of the authenticator, or a recovery code: asked for after the right password where there is a second factor */
    record Login(
            @NotNull @Size(min = 1, max = 64) String login,
            @NotNull @Size(min = 1, max = 256) String password,
            @Nullable @Size(max = 64) String code) {}

    /** A member of staff as pages show them. */
    record Shown(
            StaffId id,
            String login,
            String name,
            Set<String> roles,
            Set<Right> rights,
            boolean active,
            boolean mustChangePassword,
            boolean secondFactor) {
        static Shown of(Staff staff) {
            return new Shown(
                    staff.id(),
                    staff.login(),
                    staff.name(),
                    staff.roles(),
                    staff.rights(),
                    staff.active(),
                    staff.mustChangePassword(),
                    staff.secondFactor());
        }
    }

    /**
     * @param rights what the pages offer
     * @param mustSetUpSecondFactor before anything else
     */
    record Me(
            StaffId id,
            String login,
            String name,
            Set<String> roles,
            Set<Right> rights,
            boolean active,
            boolean mustChangePassword,
            boolean secondFactor,
            boolean mustSetUpSecondFactor) {}

    record SignedIn(Shown staff) {
        static SignedIn of(SignIn.Session session) {
            return new SignedIn(Shown.of(session.staff()));
        }
    }

    @GET
    public Me whoAmI() {
        var me = current.signedIn();
        var shown = Shown.of(me.staff());
        return new Me(
                shown.id(),
                shown.login(),
                shown.name(),
                shown.roles(),
                shown.rights(),
                shown.active(),
                shown.mustChangePassword(),
                shown.secondFactor(),
                rule.isMissing(me));
    }

    @POST
    public Uni<Response> open(@NotNull @Valid Login login, @Context HttpServerRequest request) {
        return signIn.signIn(
                        login.login().strip().toLowerCase(Locale.ROOT), login.password(), login.code(), client(request))
                .map(session -> Response.ok(SignedIn.of(session))
                        .cookie(cookie.open(session.token(), request))
                        .build());
    }

    /** Ends the session and its sockets on every instance; also takes away a cookie that is worth nothing any more. */
    @DELETE
    public Uni<Response> close(@Context HttpServerRequest request) {
        var done = Response.noContent().cookie(cookie.close(request)).build();
        return current.ifSignedIn()
                .flatMap(it -> Optional.ofNullable(it.session())
                        .map(id -> sessions.end(it.staff().id(), id)))
                .orElseGet(() -> Uni.createFrom().voidItem())
                .replaceWith(done);
    }

    static StaffSessions.Client client(HttpServerRequest request) {
        var userAgent = request.getHeader(HttpHeaders.USER_AGENT);
        return new StaffSessions.Client(
                String.valueOf(request.remoteAddress().hostAddress()), userAgent == null ? "" : userAgent);
    }
}
