package dev.yiwen.edge.request;

import dev.yiwen.shared.Problem.Kind;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/**
 * Refuses addresses that a policy and a resource could read differently: parameters of a path segment, and encoded
 * separators or controls (CVE-2026-39852, CVE-2026-50559). No address of ours has any.
 */
@Singleton
final class AmbiguousPaths {
    private static final Pattern AMBIGUOUS =
            Pattern.compile("[;\\\\]|%(?:[01][0-9a-f]|2f|3b|5c|7f)", Pattern.CASE_INSENSITIVE);
    /** Longer than any address of ours, shorter than what makes looking it up costly. */
    private static final int LONGEST = 2048;

    void beforeAll(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE + 1).handler(AmbiguousPaths::check);
    }

    private static void check(RoutingContext context) {
        var path = context.request().path();
        if (path == null || path.length() > LONGEST || AMBIGUOUS.matcher(path).find()) {
            RequestRejection.answer(context, Kind.INVALID, "The address is too long, or can be read in two ways.");
        } else {
            context.next();
        }
    }
}
