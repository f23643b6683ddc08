package dev.yiwen.edge.response;

import dev.yiwen.edge.EdgeConfig;
import dev.yiwen.shared.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Where to tell of a weakness (RFC 9116). */
@Path("/.well-known/security.txt")
@PermitAll
final class SecurityContact {
    /** The RFC asks for less than a year. */
    private static final Duration VALID = Duration.ofDays(300);

    private final EdgeConfig config;

    SecurityContact(EdgeConfig config) {
        this.config = config;
    }

    @GET
    @Produces("text/plain;charset=UTF-8")
    public String text() {
        var contact = config.securityContact()
                .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "The operator has named no contact."));
        var expires = Instant.now().plus(VALID).truncatedTo(ChronoUnit.DAYS);
        return "Contact: " + contact + "\nExpires: " + expires + "\nPreferred-Languages: zh, en\n";
    }
}
