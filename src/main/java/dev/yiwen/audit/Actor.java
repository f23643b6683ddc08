package dev.yiwen.audit;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who makes a request, as the log names them; the feature that knows people stands above this one. */
public final class Actor {
    /** How principals of staff are named. */
    private static final String STAFF = "staff:";

    private Actor() {}

    /** Null for customers and for nobody. */
    public static @Nullable UUID of(SecurityIdentity identity) {
        var name = identity.isAnonymous() ? "" : identity.getPrincipal().getName();
        return name.startsWith(STAFF) ? UUID.fromString(name.substring(STAFF.length())) : null;
    }
}
