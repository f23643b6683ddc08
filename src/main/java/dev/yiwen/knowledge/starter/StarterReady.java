package dev.yiwen.knowledge.starter;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before the starter knowledge is there: nobody should be told that nothing is known. */
@Readiness
@Singleton
final class StarterReady implements HealthCheck {
    private final StarterKnowledge starter;

    StarterReady(StarterKnowledge starter) {
        this.starter = starter;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("starter-knowledge")
                .status(starter.settled())
                .build();
    }
}
