package dev.yiwen.identity.http;

import dev.yiwen.edge.MetricsAccess;
import dev.yiwen.identity.ApiKey;
import dev.yiwen.identity.ApiScope;
import dev.yiwen.identity.CurrentKey;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.Staff;
import dev.yiwen.identity.factor.SecondFactorRule;
import dev.yiwen.shared.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/**
 * Nothing of the API is open unless {@link Paths} says so, even where a resource forgot to name a role; and nobody gets
 * further than the session with a one-time password, or without a second factor where there must be one, and no API key
 * further than its scopes. What shows the inside of the service is for who sees to integrations.
 */
@Singleton
final class ApiPolicy implements HttpSecurityPolicy {
    private final MetricsAccess metrics;
    private final Origins origins;
    private final SecondFactorRule rule;

    ApiPolicy(MetricsAccess metrics, Origins origins, SecondFactorRule rule) {
        this.rule = rule;
        this.metrics = metrics;
        this.origins = origins;
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        // Said here in words: whatever the page tries next could only fail, and a socket cannot say why.
        if (Paths.isSignIn(request) && !origins.trusts(request.request())) {
            return Uni.createFrom().failure(origins.refusal(request.request()));
        }
        if (!Paths.askWhoIsThere(request) || Paths.areOpen(request) || metrics.permits(request)) {
            return CheckResult.permit();
        }
        var scope = Paths.scope(request);
        if (scope.isPresent()) {
            return identity.map(it -> inScope(it, scope.get()));
        }
        return identity.map(it -> permits(it, request) ? CheckResult.PERMIT : CheckResult.DENY);
    }

    /** Said here, where it is known what is missing. */
    private static CheckResult inScope(SecurityIdentity identity, ApiScope scope) {
        if (identity.isAnonymous()) {
            throw new Problem(
                    Problem.Kind.UNAUTHENTICATED,
                    "Send an API key with the scope \"%s\": Authorization: Bearer yw_…".formatted(scope.word()));
        }
        if (!identity.hasRole(scope.role())) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN,
                    (isKey(identity)
                                    ? "This API key lacks the scope \"%s\"."
                                    : "This takes an API key with the scope \"%s\".")
                            .formatted(scope.word()));
        }
        return CheckResult.PERMIT;
    }

    private static boolean isKey(SecurityIdentity identity) {
        return identity.getAttribute(CurrentKey.ATTRIBUTE) instanceof ApiKey;
    }

    private boolean permits(SecurityIdentity identity, RoutingContext request) {
        if (identity.isAnonymous()) {
            return false;
        }
        if (isKey(identity)) {
            throw new Problem(Problem.Kind.FORBIDDEN, "No scope of an API key opens this address; people sign in.");
        }
        if (Paths.areOfOperators(request) && !identity.hasRole(Right.Names.INTEGRATIONS)) {
            return false;
        }
        return !(identity.getAttribute(CurrentStaff.ATTRIBUTE) instanceof Staff staff)
                || !staff.mustChangePassword()
                        && CurrentStaff.signedIn(identity)
                                .filter(rule::isMissing)
                                .isEmpty()
                || Paths.areOfTheSession(request);
    }
}
