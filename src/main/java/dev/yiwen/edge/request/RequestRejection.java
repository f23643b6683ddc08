package dev.yiwen.edge.request;

import dev.yiwen.shared.Problem;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Problem JSON for what no resource gets to see. */
final class RequestRejection {
    private RequestRejection() {}

    static void answer(RoutingContext context, Problem.Kind kind, String detail) {
        context.response()
                .setStatusCode(kind.status())
                .putHeader("Content-Type", "application/problem+json")
                .end(new JsonObject()
                        .put("type", "urn:yiwen:problem:" + kind.slug())
                        .put("title", kind.slug())
                        .put("status", kind.status())
                        .put("detail", detail)
                        .encode());
    }
}
