package dev.yiwen.facts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.facts.FactField.Tone;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A fact as a page shows it, with its own labels.
 *
 * @param state {@code known}, {@code unknown}, {@code late} (it will come: ask again) or {@code broken}
 * @param why of a broken one: {@code down}, {@code slow}, {@code refused}, {@code garbled}, {@code paused}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FactView(
        FactName fact,
        FactLabel label,
        String state,
        @Nullable String why,
        @Nullable Instant readAt,
        List<Shown> fields) {

    /**
     * @param value a text, a list of texts, a number, ISO 8601, or a state
     * @param columns of a list; {@code rows} has the entries in the same order
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Shown(
            String name,
            FactLabel label,
            FactField.Kind kind,
            @Nullable String unit,
            @Nullable Object value,
            @Nullable List<Shown> columns,
            @Nullable List<List<Shown>> rows) {}

    /** How a state looks. */
    public record ShownState(String code, FactLabel label, Tone tone) {}

    public static FactView of(FactDefinition fact, FactReading reading) {
        return switch (reading) {
            case FactReading.Known it ->
                new FactView(fact.name(), fact.label(), "known", null, it.at(), shown(fact.outputs(), it.value()));
            case FactReading.Unknown it -> new FactView(fact.name(), fact.label(), "unknown", null, it.at(), List.of());
            case FactReading.Late it -> new FactView(fact.name(), fact.label(), "late", null, null, List.of());
            case FactReading.Broken it ->
                new FactView(
                        fact.name(), fact.label(), "broken", it.why().name().toLowerCase(Locale.ROOT), null, List.of());
        };
    }

    private static List<Shown> shown(List<FactField> fields, Map<?, ?> value) {
        return fields.stream()
                .filter(it -> value.get(it.name()) != null)
                .map(it -> shown(it, value.get(it.name())))
                .toList();
    }

    private static Shown shown(FactField field, @Nullable Object value) {
        return switch (field.kind()) {
            case LIST ->
                new Shown(field.name(), field.label(), field.kind(), null, null, columns(field), rows(field, value));
            case STATE ->
                new Shown(
                        field.name(),
                        field.label(),
                        field.kind(),
                        null,
                        field.state(value)
                                .map(it -> new ShownState(it.code(), it.label(), it.tone()))
                                .orElse(null),
                        null,
                        null);
            case TEXT, TEXTS, NUMBER, MONEY, DATE, TIME ->
                new Shown(field.name(), field.label(), field.kind(), field.unit(), value, null, null);
        };
    }

    private static List<Shown> columns(FactField list) {
        return list.fields().stream()
                .map(it -> new Shown(it.name(), it.label(), it.kind(), it.unit(), null, null, null))
                .toList();
    }

    private static List<List<Shown>> rows(FactField list, @Nullable Object entries) {
        return entries instanceof List<?> all
                ? all.stream()
                        .filter(Map.class::isInstance)
                        .map(it -> shown(list.fields(), (Map<?, ?>) it))
                        .collect(Collectors.toList())
                : List.of();
    }
}
