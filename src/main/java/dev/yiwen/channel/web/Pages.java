package dev.yiwen.channel.web;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** The pages' addresses: {@code /agent} rather than {@code /agent.html}. */
final class Pages {

    private static final List<String> NAMES = List.of(
            "chat",
            "login",
            "agent",
            "assist",
            "knowledge",
            "why",
            "staff",
            "brand",
            "routing",
            "tickets",
            "supervise",
            "wishes",
            "ratings",
            "audit",
            "privacy");

    void route(@Observes Router router) {
        for (String name : NAMES) {
            router.get("/" + name).handler(request -> request.reroute("/" + name + ".html"));
        }
    }
}
