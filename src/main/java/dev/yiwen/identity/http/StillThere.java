package dev.yiwen.identity.http;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * A page may leave while it is looked up who asks for a socket. Of what is then left no socket can be made; trying would
 * be logged as an error of ours.
 */
@Singleton
final class StillThere implements HttpUpgradeCheck {
    /** Read by nobody. */
    private static final int GONE = 410;

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        return context.httpRequest().isEnded() ? CheckResult.rejectUpgrade(GONE) : CheckResult.permitUpgrade();
    }
}
