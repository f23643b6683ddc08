package dev.yiwen.identity.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.session.OwnPassword;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** The password of whoever is signed in. */
@Path("/api/v1/session/password")
final class OwnPasswordResource {
    private final OwnPassword password;
    private final CurrentStaff current;
    private final SessionCookie cookie;

    OwnPasswordResource(OwnPassword password, CurrentStaff current, SessionCookie cookie) {
        this.password = password;
        this.current = current;
        this.cookie = cookie;
    }

    record PasswordChange(
            @NotNull @Size(max = 256) @JsonProperty("old") String old,
            @NotNull @Size(max = 256) @JsonProperty("new") String fresh) {}

    @PUT
    public Uni<Response> changePassword(@NotNull @Valid PasswordChange change, @Context HttpServerRequest request) {
        return password.change(current.get(), change.old(), change.fresh(), SessionResource.client(request))
                .map(it -> Response.ok(SessionResource.SignedIn.of(it))
                        .cookie(cookie.open(it.token(), request))
                        .build());
    }
}
