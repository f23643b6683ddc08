package dev.yiwen.identity.http;

import dev.yiwen.edge.PublicAddress;
import dev.yiwen.identity.IdentityConfig;
import dev.yiwen.shared.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Refuses what a foreign page does with a member of staff's cookie. {@code SameSite=Strict} is the first fence; it lets
 * sibling subdomains pass, and socket upgrades are not bound by the same-origin rule, hence this second one.
 */
@Singleton
final class Origins {
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Set<String> allowed;
    private final PublicAddress address;

    Origins(IdentityConfig config, PublicAddress address) {
        this.allowed = config.allowedOrigins().orElse(Set.of());
        this.address = address;
    }

    boolean trusts(HttpServerRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        // Browsers always name the origin of upgrades and of unsafe requests; whoever does not is no browser.
        return origin == null
                || (SAFE.contains(request.method()) && request.getHeader(HttpHeaders.UPGRADE) == null)
                || allowed.contains(origin)
                || address.isOwn(origin, request);
    }

    /** For whoever installs this behind a proxy, and reads why pages do nothing. */
    Problem refusal(HttpServerRequest request) {
        return new Problem(
                Problem.Kind.FOREIGN_ORIGIN,
                "The page is of %s, this service is %s. If both are yours, set YIWEN_PUBLIC_URL to the address in the browser."
                        .formatted(request.getHeader(HttpHeaders.ORIGIN), address.seen(request)));
    }
}
