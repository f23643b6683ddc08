package dev.yiwen.file;

import dev.yiwen.shared.ClientAddress;
import dev.yiwen.shared.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Lets requests with a large body in one at a time for each sender, and together only as many as memory has room for: a body is
 * held as a whole, several times over, until it is stored. The others wait unread, where they cost their senders' memory; too
 * long, and they are told to come again. Whatever they carry, for a sign-in of 10 MB needs the room that a picture needs. The same for
 * files on their way out, which are held until their reader has them.
 */
@Singleton
final class LargeRequests {
    /** Before everything that reads. */
    private static final int PRIORITY = 900;

    private static final Set<HttpMethod> WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);
    private static final long LARGE = 64 * 1024;

    private static final Pattern FILE = Pattern.compile("/api/v1/.+/files/[^/]+");
    private static final long PREVIEW = 1024 * 1024;

    private final UploadConfig config;
    private final long largest;
    private final ByteBudget in;
    private final ByteBudget out;
    private final Vertx vertx;

    LargeRequests(UploadConfig config, FileConfig files, Vertx vertx) {
        this.config = config;
        this.largest = files.largest();
        this.vertx = vertx;
        long room = Math.max(config.leastMemory(), (long) (Runtime.getRuntime().maxMemory() * config.memory()));
        this.in = new ByteBudget(room, config.mostWaiting());
        this.out = new ByteBudget(room, config.mostWaiting());
    }

    void filter(@Observes Filters filters) {
        filters.register(this::admit, PRIORITY);
    }

    private void admit(RoutingContext request) {
        long bytes = size(request.request());
        if (bytes > LARGE) {
            request.request().pause();
            admit(request, in, sender(request.request()), bytes);
        } else if (request.request().method() == HttpMethod.GET
                && FILE.matcher(request.normalizedPath()).matches()) {
            boolean small = "preview".equals(request.request().getParam("size"));
            // One page shows many at once.
            admit(request, out, UUID.randomUUID().toString(), small ? PREVIEW : largest);
        } else {
            request.next();
        }
    }

    private void admit(RoutingContext request, ByteBudget budget, String holder, long bytes) {
        var loop = vertx.getOrCreateContext();
        var claim = budget.claim(holder, place(request.request()), bytes, () -> go(request, loop));
        if (claim == null) {
            refuse(request, Problem.Kind.TOO_MANY_REQUESTS);
            return;
        }
        long patience = vertx.setTimer(config.patience().toMillis(), it -> {
            if (claim.giveUp()) {
                refuse(request, Problem.Kind.OVERLOADED);
            }
        });
        // Whoever sends or reads slowly keeps others out.
        long limit = vertx.setTimer(
                config.longest().toMillis(),
                it -> request.request().connection().close());
        request.addEndHandler(end -> {
            vertx.cancelTimer(patience);
            vertx.cancelTimer(limit);
            claim.release();
        });
    }

    private static void go(RoutingContext request, Context loop) {
        loop.runOnContext(it -> {
            if (!request.response().ended() && !request.response().closed()) {
                request.next();
            }
        });
    }

    private static long size(HttpServerRequest request) {
        if (!WITH_BODY.contains(request.method())) {
            return 0;
        }
        var length = request.getHeader("Content-Length");
        if (length == null) {
            return request.getHeader("Transfer-Encoding") == null ? 0 : Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private static String sender(HttpServerRequest request) {
        var token = request.getHeader("Authorization");
        var session = request.getHeader("Cookie");
        return token != null ? token : session != null ? session : place(request);
    }

    private static String place(HttpServerRequest request) {
        return ClientAddress.of(request).text();
    }

    /** After the body was thrown away: a browser that is still sending would not read the answer. */
    private void refuse(RoutingContext request, Problem.Kind kind) {
        if (request.request().isEnded()) {
            answer(request, kind);
        } else {
            request.request().handler(ignored -> {}).endHandler(end -> answer(request, kind));
            request.request().resume();
        }
    }

    private static void answer(RoutingContext request, Problem.Kind kind) {
        request.response()
                .setStatusCode(kind.status())
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Retry-After", "2")
                .end(new JsonObject()
                        .put("type", "urn:yiwen:problem:" + kind.slug())
                        .put("title", kind.slug())
                        .put("status", kind.status())
                        .put("detail", "Large requests wait for their turn; try again shortly.")
                        .encode());
    }
}
