package dev.yiwen.identity;

import dev.yiwen.shared.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;

/** The customer on whose behalf a request or a socket's frame is handled. */
@Singleton
public final class CurrentCustomer {
    /** Names the {@link CustomerId} among the attributes of a {@link SecurityIdentity}. */
    public static final String ATTRIBUTE = "customer";

    /** The role of every customer, for {@code @RolesAllowed}. */
    public static final String ROLE = "CUSTOMER";

    private final SecurityIdentity identity;

    CurrentCustomer(SecurityIdentity identity) {
        this.identity = identity;
    }

    public CustomerId get() {
        return of(identity);
    }

    public static CustomerId of(SecurityIdentity identity) {
        if (identity.getAttribute(ATTRIBUTE) instanceof CustomerId customer) {
            return customer;
        }
        throw new Problem(Problem.Kind.UNAUTHENTICATED, "A customer's token is needed.");
    }
}
