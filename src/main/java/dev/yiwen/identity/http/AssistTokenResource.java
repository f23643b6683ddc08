package dev.yiwen.identity.http;

import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.token.AssistPasses;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** Gives tokens to assist panels in foreign pages. */
@Path("/api/v1/assist/token")
final class AssistTokenResource {
    private final AssistPasses passes;
    private final CurrentStaff current;

    AssistTokenResource(AssistPasses passes, CurrentStaff current) {
        this.passes = passes;
        this.current = current;
    }

    /** @param hostToken a JWT that the host application signed for its agent: {@code sub} is the login here */
    record Wanted(@Nullable @Size(max = 8192) String hostToken) {}

    @POST
    public Uni<AssistPasses.Pass> give(@Nullable Wanted wanted) {
        if (wanted != null && wanted.hostToken() != null) {
            return passes.vouchedFor(wanted.hostToken());
        }
        return passes.of(current.signedIn());
    }
}
