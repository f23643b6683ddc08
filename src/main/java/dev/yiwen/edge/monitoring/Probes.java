package dev.yiwen.edge.monitoring;

import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/**
 * Whether the service lives and is ready, for launchers, containers and balancers: one word. What exactly is up or down
 * stands at {@code /q/health-details}, for administrators.
 */
@Singleton
final class Probes {
    private final SmallRyeHealthReporter reporter;

    Probes(SmallRyeHealthReporter reporter) {
        this.reporter = reporter;
    }

    void routes(@Observes Router router) {
        probe(router, "/q/health", reporter::getHealthAsync);
        probe(router, "/q/health/live", reporter::getLivenessAsync);
        probe(router, "/q/health/ready", reporter::getReadinessAsync);
        probe(router, "/q/health/started", reporter::getStartupAsync);
    }

    private static void probe(Router router, String path, Supplier<Uni<SmallRyeHealth>> health) {
        router.get(path)
                .handler(context -> health.get()
                        .subscribe()
                        .with(found -> say(context, !found.isDown()), failure -> say(context, false)));
    }

    private static void say(RoutingContext context, boolean isUp) {
        context.response()
                .setStatusCode(isUp ? 200 : 503)
                .putHeader("Content-Type", "application/json")
                .end(new JsonObject().put("status", isUp ? "UP" : "DOWN").encode());
    }
}
