package dev.yiwen.identity.http;

import dev.yiwen.identity.AssistPasses;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Staff;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** Gives tokens to assist panels in foreign pages. */
@Path("/api/v1/assist/token")
final class AssistTokenResource {
    private final AssistPasses passes;
    private final SecurityIdentity identity;

    AssistTokenResource(AssistPasses passes, SecurityIdentity identity) {
        this.passes = passes;
        this.identity = identity;
    }

    /** @param hostToken a JWT that the host application signed for its agent: {@code sub} is the login here */
    record Wanted(@Nullable @Size(max = 8192) String hostToken) {}

    @POST
    public Uni<AssistPasses.Pass> give(@Nullable Wanted wanted) {
        if (wanted != null && wanted.hostToken() != null) {
            return passes.vouchedFor(wanted.hostToken());
        }
        Staff staff = CurrentStaff.of(identity);
        return passes.of(staff);
    }
}
