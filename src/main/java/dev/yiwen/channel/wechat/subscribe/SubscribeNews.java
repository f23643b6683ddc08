package dev.yiwen.channel.wechat.subscribe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.channel.wechat.callback.PushedFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an official account or a mini-program is told of subscribe messages by events (developers.weixin.qq.com,
 * Subscription_Messages). In XML a list of entries stands below the event's own element, in JSON it is {@code List}, of one entry or
 * several.
 */
public sealed interface SubscribeNews {

    /** Asked, the customer said yes: one message of each. A no takes nothing back. */
    record Accepted(List<String> templates) implements SubscribeNews {
        public Accepted {
            templates = List.copyOf(templates);
        }
    }

    /** In WeChat's settings the customer wants none any more. */
    record Withdrawn(List<String> templates) implements SubscribeNews {
        public Withdrawn {
            templates = List.copyOf(templates);
        }
    }

    /** What became of messages, by template: 0 for arrived, else WeChat's code. */
    record Sent(Map<String, Integer> results) implements SubscribeNews {
        public Sent {
            results = Map.copyOf(results);
        }
    }

    /** Empty for another event. */
    static Optional<SubscribeNews> of(PushedFields event) {
        return switch (event.or("Event", "")) {
            case "subscribe_msg_popup_event" ->
                Optional.of(new Accepted(templates(entries(event, "SubscribeMsgPopupEvent"), "accept")));
            case "subscribe_msg_change_event" ->
                Optional.of(new Withdrawn(templates(entries(event, "SubscribeMsgChangeEvent"), "reject")));
            case "subscribe_msg_sent_event" -> {
                var results = new LinkedHashMap<String, Integer>();
                entries(event, "SubscribeMsgSentEvent")
                        .forEach(it -> results.put(it.getOrDefault("TemplateId", ""), code(it.get("ErrorCode"))));
                yield Optional.of(new Sent(results));
            }
            default -> Optional.empty();
        };
    }

    private static List<String> templates(List<Map<String, String>> entries, String status) {
        return entries.stream()
                .filter(it -> status.equals(it.get("SubscribeStatusString")))
                .map(it -> it.getOrDefault("TemplateId", ""))
                .toList();
    }

    private static int code(@Nullable String told) {
        try {
            return Integer.parseInt(String.valueOf(told));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static List<Map<String, String>> entries(PushedFields event, String element) {
        return event.get("List").map(SubscribeNews::json).orElseGet(() -> {
            var found = numbered(event, element + ".List.");
            return found.isEmpty() ? numbered(event, "List.") : found;
        });
    }

    private static List<Map<String, String>> json(String list) {
        try {
            JsonNode node = new ObjectMapper().readTree(list);
            var found = new ArrayList<Map<String, String>>();
            (node.isArray() ? node : List.of(node)).forEach(one -> {
                var entry = new LinkedHashMap<String, String>();
                one.properties()
                        .forEach(it -> entry.put(it.getKey(), it.getValue().asText("")));
                found.add(entry);
            });
            return found;
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }

    /** The second of a name is {@code name#2}; in each entry each name stands once. */
    private static List<Map<String, String>> numbered(PushedFields event, String prefix) {
        var found = new ArrayList<Map<String, String>>();
        for (int n = 1; ; n++) {
            var entry = new LinkedHashMap<String, String>();
            for (var name : List.of("TemplateId", "SubscribeStatusString", "ErrorCode")) {
                event.get(prefix + name + (n == 1 ? "" : "#" + n)).ifPresent(it -> entry.put(name, it));
            }
            if (!entry.containsKey("TemplateId")) {
                return found;
            }
            found.add(entry);
        }
    }
}
