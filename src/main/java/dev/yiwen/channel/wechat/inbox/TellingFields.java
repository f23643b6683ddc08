package dev.yiwen.channel.wechat.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a person understands of a message whose kind nobody here knows: its names, titles and texts, and no ids and addresses. */
final class TellingFields {
    private static final int LONGEST = 300;
    private static final int DEEPEST = 6;
    private static final List<String> TELLING =
            List.of("title", "name", "text", "content", "desc", "label", "address", "price", "remark", "nick");
    private static final List<String> NOT_TELLING = List.of("username", "filename", "tousername", "fromusername");

    private TellingFields() {}

    static String of(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(it -> tells(it.getKey()) && !it.getValue().isBlank())
                .sorted(Map.Entry.comparingByKey())
                .map(it -> it.getValue().strip())
                .distinct()
                .collect(Collectors.collectingAndThen(Collectors.joining("，"), TellingFields::cut));
    }

    static String of(JsonNode body) {
        var fields = new LinkedHashMap<String, String>();
        collect("", body, fields, 0);
        return of(fields);
    }

    private static void collect(String name, JsonNode node, Map<String, String> into, int depth) {
        if (node.isTextual() || node.isNumber()) {
            into.put(name, node.asText());
        } else if (depth < DEEPEST) {
            node.properties().forEach(it -> collect(name + "." + it.getKey(), it.getValue(), into, depth + 1));
            for (int i = 0; node.isArray() && i < node.size(); i++) {
                collect(name + "." + i, node.get(i), into, depth + 1);
            }
        }
    }

    private static boolean tells(String path) {
        var name = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return NOT_TELLING.stream().noneMatch(name::equals) && TELLING.stream().anyMatch(name::contains);
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
