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
            "account",
            "brand",
            "integrations",
            "wechat",
            "start",
            "routing",
            "tickets",
            "ticket-kinds",
            "supervise",
            "incidents",
            "cockpit",
            "alarms",
            "reports",
            "wishes",
            "gaps",
            "usefulness",
            "ratings",
            "scores",
            "calibration",
            "audit",
            "privacy");

    /** Whether a page stands at that path. */
    static boolean has(String path) {
        var name = path.substring(1).replaceFirst("\\.html$", "");
        return name.isEmpty() || name.equals("index") || NAMES.contains(name);
    }

    void route(@Observes Router router) {
        for (String name : NAMES) {
            router.get("/" + name).handler(request -> request.reroute("/" + name + ".html"));
        }
    }
}
