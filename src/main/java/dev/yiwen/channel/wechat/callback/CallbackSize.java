package dev.yiwen.channel.wechat.callback;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Refuses, before anything is read, what is larger than WeChat's pushes ever are, or does not say how large it is. */
@Singleton
final class CallbackSize {
    /** In bytes: a text of 2,048 bytes, encrypted and in Base64, twice in one body, and much room. */
    static final int LARGEST = 64 * 1024;

    /** Before {@code file.LargeRequests}, which would let it wait. */
    private static final int PRIORITY = 950;

    private static final int TOO_LARGE = 413;

    void filter(@Observes Filters filters) {
        filters.register(CallbackSize::check, PRIORITY);
    }

    private static void check(RoutingContext context) {
        var request = context.request();
        if (request.method().equals(HttpMethod.POST)
                && context.normalizedPath().startsWith("/wechat/")
                && size(request.getHeader("Content-Length")) > LARGEST) {
            context.response()
                    .setStatusCode(TOO_LARGE)
                    .putHeader("Connection", "close")
                    .end();
        } else {
            context.next();
        }
    }

    private static long size(@Nullable String length) {
        try {
            return length == null ? Long.MAX_VALUE : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
