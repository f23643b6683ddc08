package dev.yiwen.command.wechat.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Pattern;

/** The fields of a subscribe message: each name is a kind and a number, {@code thing1}, and each kind has its form. */
final class TemplateFields {
    private static final Pattern NAME = Pattern.compile("([a-z_]+?)\\d+");
    private static final Map<String, Pattern> FORMS = Map.ofEntries(
            Map.entry("thing", Pattern.compile(".{1,20}", Pattern.DOTALL)),
            Map.entry("number", Pattern.compile("-?\\d{1,32}(\\.\\d+)?")),
            Map.entry("letter", Pattern.compile("[A-Za-z]{1,32}")),
            Map.entry("symbol", Pattern.compile("\\p{Punct}{1,5}")),
            Map.entry("character_string", Pattern.compile("[\\x21-\\x7E]{1,32}")),
            Map.entry("time", Pattern.compile(".{1,32}")),
            Map.entry("date", Pattern.compile(".{1,32}")),
            Map.entry("amount", Pattern.compile(".?\\d{1,10}(\\.\\d+)?.?")),
            Map.entry("phone_number", Pattern.compile("[\\d+\\- ]{1,17}")),
            Map.entry("car_number", Pattern.compile(".{1,8}")),
            Map.entry("name", Pattern.compile(".{1,20}")),
            Map.entry("phrase", Pattern.compile(".{1,5}")));

    private TemplateFields() {}

    static void check(JsonNode data) {
        if (!data.isObject() || data.isEmpty()) {
            throw PlatformError.TEMPLATE_FIELD.refusal();
        }
        for (var field : data.properties()) {
            var name = NAME.matcher(field.getKey());
            var form = name.matches() ? FORMS.get(name.group(1)) : null;
            if (form == null
                    || !form.matcher(field.getValue().path("value").asText("")).matches()) {
                throw PlatformError.TEMPLATE_FIELD.refusal();
            }
        }
    }
}
