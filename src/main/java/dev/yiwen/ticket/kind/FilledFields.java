package dev.yiwen.ticket.kind;

import dev.yiwen.shared.Messages;
import dev.yiwen.shared.Problem;
import dev.yiwen.ticket.kind.KindDefinition.Field;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was filled in when a ticket was opened. */
@Singleton
public final class FilledFields {
    private static final int LONGEST = 500;

    private final Messages messages;

    FilledFields(Messages messages) {
        this.messages = messages;
    }

    /**
     * What of it belongs to that kind, in the order of its fields and without what is empty. Fails with {@code INVALID} when a
     * value is not what its field takes, or is missing.
     */
    public Map<String, String> of(KindDefinition kind, Map<String, String> given) {
        var filled = new LinkedHashMap<String, String>();
        for (var field : kind.fields()) {
            var value = given.getOrDefault(field.id(), "").strip();
            if (!value.isEmpty()) {
                require(isFor(field, value), field, "wrong");
                filled.put(field.id(), value);
            } else {
                require(!field.required(), field, "missing");
            }
        }
        return filled;
    }

    private static boolean isFor(Field field, String value) {
        return value.length() <= LONGEST
                && switch (field.type()) {
                    case TEXT -> true;
                    case CHOICE -> field.choices().contains(value);
                    case NUMBER -> isNumber(value);
                    case DATE -> isDate(value);
                };
    }

    private static boolean isNumber(String value) {
        try {
            return new BigDecimal(value).precision() <= 30 && value.length() <= 40;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isDate(String value) {
        try {
            return LocalDate.parse(value).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private void require(boolean holds, Field field, String otherwise) {
        if (!holds) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    messages.text(
                            "ticket.field." + otherwise,
                            Map.of("name", field.label().chinese())));
        }
    }
}
