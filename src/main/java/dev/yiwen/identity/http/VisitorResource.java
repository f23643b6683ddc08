package dev.yiwen.identity.http;

import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.Visitors;
import dev.yiwen.identity.Visitors.Arrival;
import dev.yiwen.shared.ClientAddress;
import dev.yiwen.shared.Problem.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Anonymous customers. */
@Path("/api/v1/visitors")
final class VisitorResource {
    private final Visitors visitors;

    VisitorResource(Visitors visitors) {
        this.visitors = visitors;
    }

    /** @param token for the chat socket; the client keeps it to be recognised again */
    record Visitor(String token, CustomerId customerId) {}

    record Wanted(@Nullable @Valid Proof proof) {}

    /** @param number with which SHA-256 of {@code puzzle:number} begins with as many zero bits as the puzzle says */
    record Proof(@NotNull @Size(max = 128) String puzzle, long number) {}

    /** A problem with an extension (RFC 9457, section 3.2): whoever sends the proof gets in. */
    record ProofRequired(String type, String title, int status, String detail, String puzzle, int bits) {}

    /** Without a body, of whatever type: most need no proof. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Uni<Response> arrive(@Context HttpServerRequest request) {
        return arrive(null, request);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> arrive(@Nullable @Valid Wanted wanted, @Context HttpServerRequest request) {
        var proof = wanted == null ? null : wanted.proof();
        return visitors.arrive(
                        ClientAddress.of(request),
                        proof == null ? null : new Visitors.Proof(proof.puzzle(), proof.number()))
                .map(VisitorResource::response);
    }

    private static Response response(Arrival arrival) {
        return switch (arrival) {
            case Arrival.Welcome welcome ->
                Response.ok(new Visitor(welcome.token(), welcome.id())).build();
            case Arrival.Solve(var puzzle) ->
                Response.status(Kind.PROOF_REQUIRED.status())
                        .type("application/problem+json")
                        .entity(new ProofRequired(
                                "urn:yiwen:problem:" + Kind.PROOF_REQUIRED.slug(),
                                Kind.PROOF_REQUIRED.slug(),
                                Kind.PROOF_REQUIRED.status(),
                                "Many visitors come from this address: solve the puzzle first.",
                                puzzle.text(),
                                puzzle.bits()))
                        .build();
        };
    }
}
