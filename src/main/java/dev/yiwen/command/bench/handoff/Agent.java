package dev.yiwen.command.bench.handoff;

import dev.yiwen.command.bench.Site;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.WebSocket;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An agent who takes whatever is offered, says a word and closes it. */
final class Agent {
    private static final long HEARTBEAT_MS = 20_000;

    private final Site site;
    private final String token;
    private final WebSocket socket;
    private final long holdMs;
    private final Set<String> begun = new HashSet<>();
    private final Map<String, Integer> faults = new TreeMap<>();
    private long heartbeat;

    private Agent(Site site, String token, WebSocket socket, Duration hold) {
        this.site = site;
        this.token = token;
        this.socket = socket;
        this.holdMs = Math.max(1, hold.toMillis());
    }

    static Future<Agent> open(Site site, String login, String password, Duration hold) {
        return site.signIn(login, password)
                .compose(token -> site.desk(token).map(socket -> new Agent(site, token, socket, hold)))
                .onSuccess(agent -> agent.socket.textMessageHandler(agent::received));
    }

    void begin() {
        online(true);
        heartbeat = site.vertx().setPeriodic(HEARTBEAT_MS, timer -> online(true));
    }

    void end() {
        site.vertx().cancelTimer(heartbeat);
        socket.close();
    }

    /** What the service refused, and how often. */
    Map<String, Integer> faults() {
        return faults;
    }

    private void online(boolean online) {
        tell(JsonObject.of("type", "presence", "online", online));
    }

    private void received(String text) {
        // The list of those who wait is long, and nothing here reads it.
        if (text.startsWith("{\"type\":\"offer\"")) {
            tell(JsonObject.of("type", "accept", "conversationId", new JsonObject(text).getString("conversationId")));
        } else if (text.startsWith("{\"type\":\"mine\"")) {
            new JsonObject(text)
                    .getJsonArray("conversations")
                    .forEach(it -> serve(((JsonObject) it).getString("conversationId")));
        } else if (text.startsWith("{\"type\":\"ack\"")) {
            var conversation = new JsonObject(text).getString("conversationId");
            site.vertx().setTimer(holdMs, timer -> close(conversation));
        } else if (text.startsWith("{\"type\":\"error\"")) {
            fault(new JsonObject(text).getString("code"));
        }
    }

    private void serve(String conversation) {
        if (begun.add(conversation)) {
            tell(JsonObject.of(
                    "type", "send", "conversationId", conversation, "clientMessageId", "hello", "text", "您好，我来为您处理。"));
        }
    }

    private void close(String conversation) {
        site.as(token, HttpMethod.POST, "/api/v1/conversations/" + conversation + "/close", new JsonObject())
                .onFailure(failure -> fault(String.valueOf(failure.getMessage()).replace(conversation, "…")));
    }

    private void tell(JsonObject frame) {
        socket.writeTextMessage(frame.encode());
    }

    private void fault(String what) {
        faults.merge(what, 1, Integer::sum);
    }
}
