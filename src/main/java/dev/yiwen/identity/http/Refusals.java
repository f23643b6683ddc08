package dev.yiwen.identity.http;

import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Staff;
import dev.yiwen.identity.factor.SecondFactorRule;
import dev.yiwen.shared.Problem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Says 401 and 403 as problem JSON, whether a resource, the policy before it or a socket's upgrade refuses. */
@Singleton
final class Refusals {
    private final SecondFactorRule rule;

    Refusals(SecondFactorRule rule) {
        this.rule = rule;
    }

    void beforeResources(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::explain);
    }

    private void explain(RoutingContext context) {
        if (context.response().headWritten()) {
            context.next();
        } else if (context.failure() instanceof Problem problem) {
            send(context, problem.kind(), problem.detail());
        } else if (kind(context) instanceof Problem.Kind kind) {
            send(context, kind);
        } else {
            context.next();
        }
    }

    private Problem.@Nullable Kind kind(RoutingContext context) {
        if (context.failure() instanceof ForbiddenException) {
            return forbidden(context);
        }
        return context.failure() instanceof AuthenticationFailedException
                        || context.failure() instanceof UnauthorizedException
                ? Problem.Kind.UNAUTHENTICATED
                : null;
    }

    private Problem.Kind forbidden(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user
                ? forbidden(user.getSecurityIdentity())
                : Problem.Kind.FORBIDDEN;
    }

    private Problem.Kind forbidden(SecurityIdentity identity) {
        if (identity.getAttribute(CurrentStaff.ATTRIBUTE) instanceof Staff staff && staff.mustChangePassword()) {
            return Problem.Kind.PASSWORD_CHANGE_REQUIRED;
        }
        return CurrentStaff.signedIn(identity).filter(rule::isMissing).isPresent()
                ? Problem.Kind.SECOND_FACTOR_SETUP_REQUIRED
                : Problem.Kind.FORBIDDEN;
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated() {
        return response(Problem.Kind.UNAUTHENTICATED);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException refused) {
        return response(Problem.Kind.FORBIDDEN);
    }

    static void send(RoutingContext context, Problem.Kind kind) {
        send(context, kind, detail(kind));
    }

    private static void send(RoutingContext context, Problem.Kind kind, String detail) {
        context.response()
                .setStatusCode(kind.status())
                .putHeader("Content-Type", "application/problem+json")
                .end(body(kind, detail).encode());
    }

    private static Response response(Problem.Kind kind) {
        return Response.status(kind.status())
                .type("application/problem+json")
                .entity(body(kind, detail(kind)).encode())
                .build();
    }

    private static JsonObject body(Problem.Kind kind, String detail) {
        return new JsonObject()
                .put("type", "urn:yiwen:problem:" + kind.slug())
                .put("title", kind.slug())
                .put("status", kind.status())
                .put("detail", detail);
    }

    private static String detail(Problem.Kind kind) {
        return switch (kind) {
            case UNAUTHENTICATED -> "Sign in first.";
            case PASSWORD_CHANGE_REQUIRED -> "Change the one-time password first.";
            case SECOND_FACTOR_SETUP_REQUIRED -> "Set up your second factor first.";
            default -> "Your role does not allow this.";
        };
    }
}
