package dev.yiwen.audit.http;

import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.shared.ClientAddress;
import dev.yiwen.shared.RateLimit;
import dev.yiwen.shared.RateLimit.Rate;
import dev.yiwen.shared.RateLimit.Verdict;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes down who asked for what they may not do, whichever resource or socket refused. So that nobody fills the disk with it,
 * of one sender ten at once and then one a minute, and of all together one in two seconds.
 */
@Singleton
final class Denials {
    private static final Logger LOG = Logger.getLogger(Denials.class);
    private static final int FORBIDDEN = 403;
    private static final String LIMIT = "audit-denied";
    private static final String EVERYBODY = "everybody";
    private static final Rate OF_ONE = new Rate(10, Duration.ofMinutes(1));
    private static final Rate OF_ALL = new Rate(300, Duration.ofSeconds(2));

    private final AuditLog log;
    private final RateLimit limit;

    Denials(AuditLog log, RateLimit limit) {
        this.log = log;
        this.limit = limit;
    }

    void watch(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(context -> {
            context.addEndHandler(ended -> {
                if (context.response().getStatusCode() == FORBIDDEN) {
                    denied(context);
                }
            });
            context.next();
        });
    }

    private void denied(RoutingContext context) {
        var who = context.user() instanceof QuarkusHttpUser user
                ? user.getSecurityIdentity().getPrincipal().getName()
                : "";
        var address = ClientAddress.of(context.request()).text();
        record(who, address, context.request().method() + " " + context.normalizedPath())
                .subscribe()
                .with(done -> {}, e -> LOG.errorf("A refusal could not be written down: %s", e.getMessage()));
    }

    Uni<Void> record(String who, String address, String request) {
        return allowed(who.isEmpty() ? address : who, OF_ONE)
                .chain(yes ->
                        yes ? allowed(EVERYBODY, OF_ALL) : Uni.createFrom().item(false))
                .chain(yes -> yes
                        ? log.append(new AuditEvent(
                                AuditKind.ACCESS_DENIED,
                                staff(who),
                                who.startsWith("customer:") ? who : "request",
                                details(who, address, request)))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Boolean> allowed(String subject, Rate rate) {
        return limit.take(LIMIT, subject, rate).map(Verdict.Allowed.class::isInstance);
    }

    /** Where customers were is theirs. */
    private static Map<String, String> details(String who, String address, String request) {
        return who.startsWith("customer:")
                ? Map.of("request", request)
                : Map.of("request", request, "network", address);
    }

    private static @Nullable UUID staff(String who) {
        return who.startsWith("staff:") ? UUID.fromString(who.substring("staff:".length())) : null;
    }
}
