package dev.yiwen.identity.http;

import dev.yiwen.identity.IdentityConfig;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Set;

/**
 * Refuses what a foreign page does with a member of staff's cookie. {@code SameSite=Strict} is the first fence; it lets
 * sibling subdomains pass, and socket upgrades are not bound by the same-origin rule, hence this second one.
 */
@Singleton
final class Origins {
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Set<String> allowed;

    Origins(IdentityConfig config) {
        this.allowed = config.allowedOrigins().orElse(Set.of());
    }

    boolean trusts(HttpServerRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        // Browsers always name the origin of upgrades and of unsafe requests; whoever does not is no browser.
        return origin == null
                || (SAFE.contains(request.method()) && request.getHeader(HttpHeaders.UPGRADE) == null)
                || allowed.contains(origin)
                || hostOf(origin).equalsIgnoreCase(String.valueOf(request.getHeader(HttpHeaders.HOST)));
    }

    private static String hostOf(String origin) {
        try {
            return String.valueOf(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
