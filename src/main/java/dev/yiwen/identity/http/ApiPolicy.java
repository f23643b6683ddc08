package dev.yiwen.identity.http;

import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Staff;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/**
 * Nothing of the API is open unless {@link Paths} says so, even where a resource forgot to name a role; and nobody gets
 * further than the session with a one-time password.
 */
@Singleton
final class ApiPolicy implements HttpSecurityPolicy {

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        if (!Paths.askWhoIsThere(request) || Paths.areOpen(request)) {
            return CheckResult.permit();
        }
        return identity.map(it -> permits(it, request) ? CheckResult.PERMIT : CheckResult.DENY);
    }

    private static boolean permits(SecurityIdentity identity, RoutingContext request) {
        if (identity.isAnonymous()) {
            return false;
        }
        return !(identity.getAttribute(CurrentStaff.ATTRIBUTE) instanceof Staff staff)
                || !staff.mustChangePassword()
                || Paths.areOfTheSession(request);
    }
}
