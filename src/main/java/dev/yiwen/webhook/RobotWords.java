package dev.yiwen.webhook;

import dev.yiwen.edge.PublicAddress;
import dev.yiwen.shared.Messages;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says in a sentence what happened, with where to see it: to people in a group, who get no ids. */
@Singleton
final class RobotWords {
    /** What is sent to try a robot out. */
    static final String TEST = "webhook.test";

    private final Messages messages;
    private final PublicAddress address;

    RobotWords(Messages messages, PublicAddress address) {
        this.messages = messages;
        this.address = address;
    }

    /**
     * @param payload as other systems get it
     * @param topic as the company calls it; null where it is of none
     */
    String of(String payload, @Nullable String topic) {
        var happened = new JsonObject(payload);
        var type = happened.getString("type");
        var data = happened.getJsonObject("data", new JsonObject());
        var facts = new HashMap<String, String>();
        data.forEach(it -> facts.put(it.getKey(), String.valueOf(it.getValue())));
        if (facts.get("rule") instanceof String rule) {
            facts.put("rule", messages.text("quality.alarm." + rule.toLowerCase(Locale.ROOT)));
        }
        facts.put(
                "where",
                Stream.of(topic, data.getString("region"))
                        .filter(it -> it != null && !it.isEmpty())
                        .map(it -> " · " + it)
                        .collect(Collectors.joining()));
        var key = type.equals("alarm.opened") && data.getValue("expected") == null ? "alarm.reached" : type;
        return messages.text("webhook.brand")
                + messages.text("webhook.said." + key, facts)
                + address.configured()
                        .flatMap(home -> page(type, facts).map(it -> "\n" + home + it))
                        .orElse("");
    }

    private static Optional<String> page(String type, Map<String, String> facts) {
        return Optional.ofNullable(
                switch (type.substring(0, type.indexOf('.'))) {
                    case "conversation", "handoff", "reply", "mention" ->
                        at("/agent?conversation=", facts.get("conversationId"));
                    case "ticket" -> at("/tickets?ticket=", facts.get("ticketId"));
                    case "rating" -> "/ratings";
                    case "alarm" -> "/alarms";
                    default -> null;
                });
    }

    private static @Nullable String at(String page, @Nullable String id) {
        return id == null ? null : page + id;
    }
}
