package dev.yiwen.identity;

import dev.yiwen.shared.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The member of staff on whose behalf a request or a socket's frame is handled. */
@Singleton
public final class CurrentStaff {
    /** Names the {@link Staff} among the attributes of a {@link SecurityIdentity}. */
    public static final String ATTRIBUTE = "staff";

    /** Names the {@link SignedIn} among the attributes of a {@link SecurityIdentity}. */
    public static final String SIGNED_IN = "signed-in";

    private final SecurityIdentity identity;

    CurrentStaff(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Staff get() {
        return of(identity);
    }

    /** By what they act. */
    public SignedIn signedIn() {
        return ifSignedIn().orElseThrow(() -> new Problem(Problem.Kind.UNAUTHENTICATED, "Sign in first."));
    }

    public Optional<SignedIn> ifSignedIn() {
        return signedIn(identity);
    }

    public static Optional<SignedIn> signedIn(SecurityIdentity identity) {
        return Optional.ofNullable(identity.getAttribute(SIGNED_IN));
    }

    public static Staff of(SecurityIdentity identity) {
        if (identity.getAttribute(ATTRIBUTE) instanceof Staff staff) {
            return staff;
        }
        throw new Problem(Problem.Kind.UNAUTHENTICATED, "Sign in first.");
    }
}
