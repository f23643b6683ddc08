package dev.yiwen.knowledge.imports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Audience;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the fields of an article, from front matter or from a JSON line, strictly: what is not understood is a fault. */
final class ImportFields {
    private static final Set<String> KNOWN =
            Set.of("id", "question", "phrasings", "answer", "audience", "product", "valid-from", "valid-to", "tags");

    /** Those that people write freely. */
    static final Set<String> TEXTS = Set.of("question", "phrasings", "answer", "product", "tags");

    private static final Pattern KEY = Pattern.compile("(?=.{1,120}$)[\\p{L}\\p{N}._-]+(/[\\p{L}\\p{N}._-]+)?");

    /** A field is wrong; {@code key} says which, to find its line. */
    static final class Fault extends Exception {
        private final String key;

        Fault(String key, String words) {
            super(words);
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    private ImportFields() {}

    /** By what the article is known wherever its file lies; empty when it states nothing. */
    static Optional<String> key(JsonNode fields) throws Fault {
        var key = text(fields, "id", "").strip();
        if (!key.isEmpty() && !KEY.matcher(key).matches()) {
            throw new Fault(
                    "id", "id is a key such as billing/late-fee: letters, digits, - _ . and one /, 120 at most");
        }
        return key.isEmpty() ? Optional.empty() : Optional.of(key.contains("/") ? key : "articles/" + key);
    }

    /** @param body the answer when it does not stand in a field of its own */
    static ArticleDraft draft(JsonNode fields, @Nullable String body) throws Fault {
        if (!fields.isObject()) {
            throw new Fault("", "expected fields such as question: …");
        }
        for (var name : (Iterable<String>) fields::fieldNames) {
            if (!KNOWN.contains(canonical(name)) || (body != null && name.equals("answer"))) {
                throw new Fault(name, "unknown key '" + name + "'");
            }
        }
        var draft = new ArticleDraft(
                text(fields, "question", ""),
                texts(fields, "phrasings"),
                body == null ? text(fields, "answer", "") : body,
                audience(fields),
                text(fields, "product", "通用"),
                date(fields, "valid-from", "validFrom"),
                date(fields, "valid-to", "validTo"),
                texts(fields, "tags"));
        var fault = draft.fault();
        if (fault.isPresent()) {
            throw new Fault(fault.get().substring(0, fault.get().indexOf(' ')), fault.get());
        }
        return draft;
    }

    /** JSON lines may write validFrom, front matter writes valid-from. */
    private static String canonical(String name) {
        return name.equals("validFrom") ? "valid-from" : name.equals("validTo") ? "valid-to" : name;
    }

    private static String text(JsonNode fields, String key, String otherwise) throws Fault {
        var node = fields.get(key);
        if (node == null || node.isNull()) {
            return otherwise;
        }
        if (!node.isValueNode()) {
            throw new Fault(key, key + " must be one text");
        }
        return node.asText();
    }

    private static List<String> texts(JsonNode fields, String key) throws Fault {
        var node = fields.get(key);
        var texts = new ArrayList<String>();
        if (node == null || node.isNull()) {
            return texts;
        }
        if (!node.isArray()) {
            throw new Fault(key, key + " must be a list");
        }
        for (var element : node) {
            if (!element.isValueNode() || element.isNull()) {
                throw new Fault(key, key + " must be a list of texts; quote an element that contains a colon");
            }
            texts.add(element.asText());
        }
        return texts;
    }

    private static Audience audience(JsonNode fields) throws Fault {
        var word = text(fields, "audience", "customer");
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "customer" -> Audience.CUSTOMER;
            case "agent" -> Audience.AGENT;
            default -> throw new Fault("audience", "audience must be customer or agent, not '" + word + "'");
        };
    }

    private static @Nullable LocalDate date(JsonNode fields, String key, String other) throws Fault {
        var name = fields.has(key) ? key : other;
        var word = text(fields, name, "");
        if (word.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(word);
        } catch (DateTimeParseException e) {
            throw new Fault(name, name + " must be a date such as 2026-01-31, not '" + word + "'");
        }
    }
}
