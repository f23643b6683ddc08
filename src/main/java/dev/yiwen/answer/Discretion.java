package dev.yiwen.answer;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Role;
import dev.yiwen.llm.Redaction;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much of customers' words somebody may read. Supervisors may read whole conversations anyway; editors need the
 * question, but not whose it is.
 */
@Singleton
final class Discretion {
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    /** Identifiers and what comes from knowledge, where a hotline's number is no personal datum. Drafts hold tokens already. */
    private static final Set<String> NOBODYS = Set.of(
            "conversation", "at", "next", "decision", "article", "articles", "candidates", "sources", "draft", "kind");

    private final CurrentStaff staff;
    private final ObjectMapper json;

    Discretion(CurrentStaff staff, ObjectMapper json) {
        this.staff = staff;
        this.json = json;
    }

    /** To be called before anything asynchronous, while the caller is known. */
    Reader ofCaller() {
        boolean whole = staff.get().may(Role.SUPERVISOR);
        return it -> {
            var fields = json.convertValue(it, FIELDS);
            return whole ? fields : masked(fields);
        };
    }

    /** Whoever asked. */
    interface Reader {
        Map<String, Object> shown(Object it);
    }

    private static Map<String, Object> masked(Map<?, ?> fields) {
        var masked = new LinkedHashMap<String, Object>();
        fields.forEach((name, value) ->
                masked.put((String) name, NOBODYS.contains((String) name) ? value : maskedValue(value)));
        return masked;
    }

    private static Object maskedValue(Object value) {
        return switch (value) {
            case String text -> Redaction.of(text).text();
            case Map<?, ?> fields -> masked(fields);
            case List<?> all -> all.stream().map(Discretion::maskedValue).toList();
            case null, default -> value;
        };
    }
}
