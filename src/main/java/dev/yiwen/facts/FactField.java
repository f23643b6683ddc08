package dev.yiwen.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One field of what a fact tells.
 *
 * @param unit of a number, e.g. {@code GB}
 * @param states that a state may be in; of others nobody would know what they mean
 * @param fields of each entry of a list
 */
public record FactField(
        String name,
        Kind kind,
        FactLabel label,
        @Nullable String unit,
        List<FactState> states,
        List<FactField> fields) {
    private static final int LONGEST_TEXT = 300;
    private static final int LONGEST_LIST = 20;

    public enum Kind {
        TEXT,
        TEXTS,
        NUMBER,
        /** Yuan. */
        MONEY,
        DATE,
        /** ISO 8601 with its offset. */
        TIME,
        STATE,
        LIST
    }

    public enum Tone {
        GOOD,
        WARN,
        BAD
    }

    public record FactState(String code, Tone tone, FactLabel label) {}

    public FactField {
        states = states == null ? List.of() : List.copyOf(states);
        fields = fields == null ? List.of() : List.copyOf(fields);
    }

    /** Of what a system said, the fields that are described and of their kind; nothing else comes near a page. */
    static Map<String, Object> described(List<FactField> fields, Map<?, ?> said) {
        var kept = new LinkedHashMap<String, Object>();
        for (var field : fields) {
            field.read(said.get(field.name)).ifPresent(it -> kept.put(field.name, it));
        }
        return kept;
    }

    private Optional<Object> read(@Nullable Object said) {
        return said == null
                ? Optional.empty()
                : switch (kind) {
                    case TEXT -> text(said).map(it -> it);
                    case TEXTS -> said instanceof List<?> all ? Optional.of(texts(all)) : Optional.empty();
                    case NUMBER -> said instanceof Number number ? Optional.of(number) : Optional.empty();
                    case MONEY -> said instanceof Number number ? money(number) : Optional.empty();
                    case DATE -> text(said).flatMap(FactField::date);
                    case TIME -> text(said).flatMap(FactField::time);
                    case STATE -> state(said).map(FactState::code);
                    case LIST -> said instanceof List<?> all ? Optional.of(entries(all)) : Optional.empty();
                };
    }

    /** Empty for what is no state of this field. */
    public Optional<FactState> state(@Nullable Object code) {
        return states.stream().filter(it -> it.code().equals(code)).findFirst();
    }

    private static Optional<String> text(Object said) {
        return said instanceof String text && !text.isBlank()
                ? Optional.of(text.strip()
                        .codePoints()
                        .limit(LONGEST_TEXT)
                        .filter(it -> it != 0)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString())
                : Optional.empty();
    }

    private static List<String> texts(List<?> all) {
        return all.stream().limit(LONGEST_LIST).flatMap(it -> text(it).stream()).toList();
    }

    private static Optional<Object> money(Number number) {
        return Optional.of(new BigDecimal(number.toString()).setScale(2, RoundingMode.HALF_UP));
    }

    private static Optional<Object> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text).toString());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Object> time(String text) {
        try {
            Instant at = OffsetDateTime.parse(text).toInstant();
            return Optional.of(at.toString());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private List<Map<String, Object>> entries(List<?> all) {
        var entries = new ArrayList<Map<String, Object>>();
        for (var one : all) {
            if (one instanceof Map<?, ?> said && entries.size() < LONGEST_LIST) {
                var entry = described(fields, said);
                if (!entry.isEmpty()) {
                    entries.add(entry);
                }
            }
        }
        return entries;
    }
}
