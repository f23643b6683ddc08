package dev.yiwen.identity.http;

import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.factor.SecondFactorRule;
import dev.yiwen.identity.factor.SecondFactors;
import dev.yiwen.identity.factor.SecondFactors.Enrolment;
import dev.yiwen.identity.session.OwnSecondFactor;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The second factor of whoever is signed in. Its secret is told once, before the first code confirms it. */
@Path("/api/v1/session/second-factor")
final class SecondFactorResource {
    private final OwnSecondFactor own;
    private final SecondFactors factors;
    private final SecondFactorRule rule;
    private final CurrentStaff current;
    private final SessionCookie cookie;

    SecondFactorResource(
            OwnSecondFactor own,
            SecondFactors factors,
            SecondFactorRule rule,
            CurrentStaff current,
            SessionCookie cookie) {
        this.own = own;
        this.factors = factors;
        this.rule = rule;
        this.current = current;
        this.cookie = cookie;
    }

    /**
     * @param since null when there is none
     * @param recoveryCodes how many are left
     * @param required whether everybody must have one
     */
    record State(@Nullable Instant since, int recoveryCodes, boolean required) {}

    record Begin(@NotNull @Size(min = 1, max = 256) String password) {}

    record FirstCode(@NotNull @Size(min = 1, max = 64) String code) {}

    record Removal(
            @NotNull @Size(min = 1, max = 256) String password,
            @NotNull @Size(min = 1, max = 64) String code) {}

    /** @param recoveryCodes shown this once */
    record SetUp(List<String> recoveryCodes) {}

    @GET
    public Uni<State> state() {
        return factors.of(current.get().id()).map(it -> new State(it.since(), it.recoveryCodes(), rule.required()));
    }

    @POST
    public Uni<Enrolment> begin(@NotNull @Valid Begin asked, @Context HttpServerRequest request) {
        return own.begin(current.signedIn().staff(), asked.password(), SessionResource.client(request));
    }

    @PUT
    public Uni<Response> confirm(@NotNull @Valid FirstCode asked, @Context HttpServerRequest request) {
        return own.confirm(current.signedIn().staff(), asked.code(), SessionResource.client(request))
                .map(it -> Response.ok(new SetUp(it.recoveryCodes()))
                        .cookie(cookie.open(it.token(), request))
                        .build());
    }

    @POST
    @Path("/removal")
    public Uni<Response> remove(@NotNull @Valid Removal asked, @Context HttpServerRequest request) {
        return own.remove(current.signedIn().staff(), asked.password(), asked.code(), SessionResource.client(request))
                .map(token ->
                        Response.noContent().cookie(cookie.open(token, request)).build());
    }
}
