package dev.yiwen.edge;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Lets a metrics collector in, which is nobody of staff. */
@Singleton
public final class MetricsAccess {
    private final Optional<byte[]> expected;

    MetricsAccess(EdgeConfig config) {
        this.expected = config.metricsToken().map(token -> ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
    }

    public boolean permits(RoutingContext context) {
        var sent = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        return sent != null
                && context.normalizedPath().equals("/q/metrics")
                && expected.filter(it -> MessageDigest.isEqual(it, sent.getBytes(StandardCharsets.UTF_8)))
                        .isPresent();
    }
}
