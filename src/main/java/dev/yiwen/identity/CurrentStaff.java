package dev.yiwen.identity;

import dev.yiwen.shared.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;

/** The member of staff on whose behalf a request or a socket's frame is handled. */
@Singleton
public final class CurrentStaff {
    /** Names the {@link Staff} among the attributes of a {@link SecurityIdentity}. */
    public static final String ATTRIBUTE = "staff";

    private final SecurityIdentity identity;

    CurrentStaff(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Staff get() {
        return of(identity);
    }

    public static Staff of(SecurityIdentity identity) {
        if (identity.getAttribute(ATTRIBUTE) instanceof Staff staff) {
            return staff;
        }
        throw new Problem(Problem.Kind.UNAUTHENTICATED, "Sign in first.");
    }
}
