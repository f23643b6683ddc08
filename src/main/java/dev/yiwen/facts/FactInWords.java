package dev.yiwen.facts;

import dev.yiwen.shared.HomeZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a system said, in Chinese words with the labels of its description: 账单：本月应付 86.50 元，账期 2026年11月1日. */
final class FactInWords {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 H:mm");

    private FactInWords() {}

    static String of(FactDefinition fact, Map<String, Object> value) {
        return fact.label().chinese() + "：" + fields(fact.outputs(), value) + "。";
    }

    private static String fields(List<FactField> fields, Map<?, ?> value) {
        return fields.stream()
                .filter(it -> value.get(it.name()) != null)
                .map(it -> it.label().chinese() + " " + word(it, value.get(it.name())))
                .collect(Collectors.joining("，"));
    }

    private static String word(FactField field, @Nullable Object value) {
        String text = String.valueOf(value);
        String unit = field.unit() == null ? "" : " " + field.unit();
        return switch (field.kind()) {
            case TEXT -> text;
            case NUMBER -> text + unit;
            case MONEY -> text + (unit.isEmpty() ? " 元" : unit);
            case DATE -> LocalDate.parse(text).format(DATE);
            case TIME -> Instant.parse(text).atZone(HomeZone.id()).format(TIME);
            case STATE -> field.state(value).map(it -> it.label().chinese()).orElse(text);
            case TEXTS ->
                value instanceof List<?> all
                        ? all.stream().map(String::valueOf).collect(Collectors.joining("、"))
                        : text;
            case LIST ->
                value instanceof List<?> all
                        ? all.stream()
                                .map(it -> it instanceof Map<?, ?> one ? fields(field.fields(), one) : "")
                                .collect(Collectors.joining("；"))
                        : text;
        };
    }
}
