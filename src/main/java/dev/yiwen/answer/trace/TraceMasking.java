package dev.yiwen.answer.trace;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Redactions;
import dev.yiwen.privacy.PersonalData;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Keeps customers' personal data out of what is stored and shown of a turn: tokens stand in its place. Who may know it
 * asks for what a token stands for.
 */
@Singleton
final class TraceMasking {
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    /** Identifiers and what comes from knowledge, where a hotline's number is no personal datum. Drafts hold tokens already. */
    private static final Set<String> NOBODYS = Set.of(
            "conversation", "at", "next", "decision", "article", "articles", "candidates", "sources", "draft", "kind");

    private final Redactions redactions;
    private final ObjectMapper json;

    TraceMasking(Redactions redactions, ObjectMapper json) {
        this.redactions = redactions;
        this.json = json;
    }

    /** With the tokens of the conversation. Most turns hold nothing personal, and cost no look at it. */
    Uni<Map<String, Object>> masked(ConversationId conversation, Object it) {
        var fields = json.convertValue(it, FIELDS);
        if (!holdsPersonalData(fields)) {
            return Uni.createFrom().item(fields);
        }
        return redactions.of(conversation, "").map(redaction -> masked(fields, redaction::masked));
    }

    private static boolean holdsPersonalData(Object it) {
        return switch (it) {
            case String text -> !PersonalData.in(text).isEmpty();
            case Map<?, ?> fields ->
                fields.entrySet().stream()
                        .anyMatch(field -> !NOBODYS.contains((String) field.getKey())
                                && field.getValue() != null
                                && holdsPersonalData(field.getValue()));
            case List<?> all -> all.stream().anyMatch(one -> one != null && holdsPersonalData(one));
            default -> false;
        };
    }

    private static Map<String, Object> masked(Map<?, ?> fields, UnaryOperator<String> mask) {
        var masked = new LinkedHashMap<String, Object>();
        fields.forEach((name, value) ->
                masked.put((String) name, NOBODYS.contains((String) name) ? value : maskedValue(value, mask)));
        return masked;
    }

    private static Object maskedValue(Object value, UnaryOperator<String> mask) {
        return switch (value) {
            case String text -> mask.apply(text);
            case Map<?, ?> fields -> masked(fields, mask);
            case List<?> all -> all.stream().map(one -> maskedValue(one, mask)).toList();
            case null, default -> value;
        };
    }
}
