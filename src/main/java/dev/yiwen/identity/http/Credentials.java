package dev.yiwen.identity.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** What a request brings along to say who sends it. */
sealed interface Credentials {
    String token();

    /** Of staff or of a customer, sent on purpose. */
    record Bearer(String token) implements Credentials {}

    /** Of staff, sent by the browser on its own: the request may come from a foreign page. */
    record Cookie(String token) implements Credentials {}

    /**
     * The most explicit wins. {@code ?token=} counts on socket upgrades only, where browsers cannot send a header; in
     * other addresses tokens would end up in logs and histories.
     */
    static Optional<Credentials> of(RoutingContext context, SessionCookie cookie) {
        var request = context.request();
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Optional.of(new Bearer(header.substring(7).strip()));
        }
        var parameter = context.normalizedPath().startsWith("/ws/") ? request.getParam("token") : null;
        if (parameter != null) {
            return Optional.of(new Bearer(parameter));
        }
        return cookie.in(request).map(Cookie::new);
    }
}
