package dev.yiwen.edge.response;

import dev.yiwen.edge.ContentPolicy;
import dev.yiwen.edge.PublicAddress;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Tells browsers on every answer what it is not to be used for. A resource may replace what it knows better. */
@Singleton
final class ResponseHeaders {
    private static final String POLICY = "Content-Security-Policy";
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
    private static final String A_YEAR = "max-age=31536000";

    private final ContentPolicy content;
    private final PublicAddress address;

    ResponseHeaders(ContentPolicy content, PublicAddress address) {
        this.content = content;
        this.address = address;
    }

    void beforeAll(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::add);
    }

    private void add(RoutingContext context) {
        var headers = context.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        if (address.isSecure(context.request())) {
            headers.set("Strict-Transport-Security", A_YEAR);
        }
        var path = context.normalizedPath();
        if (path.startsWith("/api/") || path.startsWith("/ws/")) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
            headers.set(POLICY, NOTHING);
        } else if (path.startsWith("/q/")) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
            headers.set(POLICY, "frame-ancestors 'none'");
        } else if (!path.startsWith("/static/")) {
            // Customers' apps show /chat in a frame of their own; pages of staff catch nobody's clicks.
            headers.set(POLICY, content.page(context.request(), path.startsWith("/chat") ? "*" : "'self'"));
            headers.set(
                    "Permissions-Policy",
                    "camera=(), geolocation=(), microphone=" + (hasChat(path) ? "(self)" : "()")
                            + ", payment=(), usb=()");
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
        }
        context.next();
    }

    /** Where customers record a voice message; the home page shows the chat, too. */
    private static boolean hasChat(String path) {
        return path.startsWith("/chat") || path.equals("/") || path.equals("/index.html");
    }
}
