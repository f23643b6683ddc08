package dev.yiwen.identity.http;

import dev.yiwen.edge.PublicAddress;
import dev.yiwen.identity.IdentityConfig;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cookie that carries a member of staff's session. Over TLS its name begins with {@code __Host-}, which browsers accept
 * from this very host and over TLS alone: no sibling, and nobody on the way, can plant one. The plain name then counts no more.
 */
@Singleton
final class SessionCookie {
    private static final String PLAIN = "yiwen_session";
    private static final String SECURE = "__Host-" + PLAIN;

    private final PublicAddress address;
    private final IdentityConfig config;

    SessionCookie(PublicAddress address, IdentityConfig config) {
        this.address = address;
        this.config = config;
    }

    Optional<String> in(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(name(request))).map(Cookie::getValue);
    }

    NewCookie[] open(String token, HttpServerRequest request) {
        return replacing(cookie(name(request), token, config.staffSession(), request), request);
    }

    NewCookie[] close(HttpServerRequest request) {
        return replacing(cookie(name(request), "", Duration.ZERO, request), request);
    }

    /** Together with the end of the plain cookie, where somebody still has one from before TLS. */
    private NewCookie[] replacing(NewCookie cookie, HttpServerRequest request) {
        @Nullable Cookie plain = request.getCookie(PLAIN);
        return plain == null || !address.isSecure(request)
                ? new NewCookie[] {cookie}
                : new NewCookie[] {cookie, cookie(PLAIN, "", Duration.ZERO, request)};
    }

    private String name(HttpServerRequest request) {
        return address.isSecure(request) ? SECURE : PLAIN;
    }

    private NewCookie cookie(String name, String token, Duration age, HttpServerRequest request) {
        return new NewCookie.Builder(name)
                .value(token)
                .path("/")
                .maxAge((int) age.toSeconds())
                .httpOnly(true)
                .secure(address.isSecure(request))
                .sameSite(SameSite.STRICT)
                .build();
    }
}
