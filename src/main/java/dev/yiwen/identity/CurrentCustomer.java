package dev.yiwen.identity;

import dev.yiwen.identity.token.CustomerToken;
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

    /** Names the {@link CustomerToken} among the attributes of a {@link SecurityIdentity}. */
    public static final String TOKEN = "customer-token";

    private final SecurityIdentity identity;

    CurrentCustomer(SecurityIdentity identity) {
        this.identity = identity;
    }

    public CustomerId get() {
        return of(identity);
    }

    /** With when it ends. */
    public CustomerToken token() {
        if (identity.getAttribute(TOKEN) instanceof CustomerToken token) {
            return token;
        }
        throw new Problem(Problem.Kind.UNAUTHENTICATED, "A customer's token is needed.");
    }

    public static CustomerId of(SecurityIdentity identity) {
        if (identity.getAttribute(ATTRIBUTE) instanceof CustomerId customer) {
            return customer;
        }
        throw new Problem(Problem.Kind.UNAUTHENTICATED, "A customer's token is needed.");
    }
}
