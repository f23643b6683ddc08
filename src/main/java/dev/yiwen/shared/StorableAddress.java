package dev.yiwen.shared;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Refuses addresses with a NUL in them, as path or query: PostgreSQL cannot hold one, and no page asks with one. */
@Singleton
final class StorableAddress {
    private static final String PROBLEM = """
            {"type":"urn:yiwen:problem:invalid","title":"invalid","status":400,"detail":"An address must not hold NUL."}""";

    void beforeAll(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(StorableAddress::check);
    }

    private static void check(RoutingContext context) {
        if (context.request().uri().contains("%00")) {
            context.response()
                    .setStatusCode(Problem.Kind.INVALID.status())
                    .putHeader("Content-Type", "application/problem+json")
                    .end(PROBLEM);
        } else {
            context.next();
        }
    }
}
