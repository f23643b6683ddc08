package dev.yiwen.identity.password;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before there is somebody who can sign in: the launcher shows the first password once the service is ready. */
@Readiness
@Singleton
final class AdministratorReady implements HealthCheck {
    private final FirstAdministrator first;

    AdministratorReady(FirstAdministrator first) {
        this.first = first;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("administrator")
                .status(first.settled())
                .build();
    }
}
