package dev.yiwen.knowledge.importing.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.yiwen.knowledge.AnswerChannel;
import dev.yiwen.knowledge.AnswerVariant;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.shared.StorableText;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fields of an article, from front matter or from a JSON line, strictly: what is not understood is a fault. */
final class JsonFields {
    private static final Map<String, ArticleField> KNOWN = Map.ofEntries(
            Map.entry("id", ArticleField.ID),
            Map.entry("base", ArticleField.BASE),
            Map.entry("question", ArticleField.QUESTION),
            Map.entry("phrasings", ArticleField.PHRASINGS),
            Map.entry("answer", ArticleField.ANSWER),
            Map.entry("audience", ArticleField.AUDIENCE),
            Map.entry("product", ArticleField.PRODUCT),
            Map.entry("valid-from", ArticleField.VALID_FROM),
            Map.entry("validFrom", ArticleField.VALID_FROM),
            Map.entry("valid-to", ArticleField.VALID_TO),
            Map.entry("validTo", ArticleField.VALID_TO),
            Map.entry("tags", ArticleField.TAGS),
            Map.entry("variants", ArticleField.VARIANTS),
            Map.entry("causes", ArticleField.CAUSES));

    /** What an export may bring along for people to read. */
    private static final String HISTORY = "history";

    /** Those that people write freely. */
    static final Set<String> TEXTS = Set.of("question", "phrasings", "answer", "product", "tags");

    /** A field is wrong; {@code key} says which, to find its line. */
    static final class Fault extends Exception {
        private static final long serialVersionUID = 1L;

        private final String key;
        private final transient Remark remark;

        Fault(String key, Remark remark) {
            super(remark.toString());
            this.key = key;
            this.remark = remark;
        }

        String key() {
            return key;
        }

        Remark remark() {
            return remark;
        }
    }

    private JsonFields() {}

    /** By what the article is known wherever its file lies; empty when it states nothing. */
    static Optional<String> key(JsonNode fields) throws Fault {
        var key = text(fields, "id", "").strip();
        if (!key.isEmpty() && !Slugs.isKey(key)) {
            throw new Fault("id", Remark.of("id-shape", "column", "id", "text", key));
        }
        return key.isEmpty() ? Optional.empty() : Optional.of(key.contains("/") ? key : "articles/" + key);
    }

    /** The revision that it was exported from; empty when it states none. */
    static String base(JsonNode fields) throws Fault {
        return text(fields, "base", "").strip();
    }

    static Set<ArticleField> said(JsonNode fields) {
        var said = EnumSet.noneOf(ArticleField.class);
        fields.fieldNames()
                .forEachRemaining(it -> Optional.ofNullable(KNOWN.get(it)).ifPresent(said::add));
        return said;
    }

    /** @param body the answer when it does not stand in a field of its own */
    static ArticleDraft draft(JsonNode fields, @Nullable String body) throws Fault {
        if (!fields.isObject()) {
            throw new Fault("", Remark.of("fields-expected"));
        }
        for (var name : (Iterable<String>) fields::fieldNames) {
            if (!KNOWN.containsKey(name) && !name.equals(HISTORY) || (body != null && name.equals("answer"))) {
                throw new Fault(name, Remark.of("key-unknown", "key", name));
            }
        }
        var draft = new ArticleDraft(
                text(fields, "question", ""),
                texts(fields, "phrasings"),
                body == null ? text(fields, "answer", "") : StorableText.of(body),
                audience(fields),
                text(fields, "product", "通用"),
                date(fields, "valid-from", "validFrom"),
                date(fields, "valid-to", "validTo"),
                texts(fields, "tags"),
                variants(fields),
                CauseFields.causes(fields));
        var fault = DraftCheck.fault(draft);
        if (fault.isPresent()) {
            var key = fault.get().key();
            throw new Fault(
                    key.startsWith("validity")
                            ? "valid-to"
                            : key.indexOf('-') < 0 ? "variants" : key.substring(0, key.indexOf('-')),
                    fault.get());
        }
        return draft;
    }

    static String text(JsonNode fields, String key, String otherwise) throws Fault {
        var node = fields.get(key);
        if (node == null || node.isNull()) {
            return otherwise;
        }
        if (!node.isValueNode()) {
            throw new Fault(key, Remark.of("one-text", "key", key));
        }
        return StorableText.of(node.asText());
    }

    static List<String> texts(JsonNode fields, String key) throws Fault {
        var node = fields.get(key);
        var texts = new ArrayList<String>();
        if (node == null || node.isNull()) {
            return texts;
        }
        if (!node.isArray()) {
            throw new Fault(key, Remark.of("list-expected", "key", key));
        }
        for (var element : node) {
            if (!element.isValueNode() || element.isNull()) {
                throw new Fault(key, Remark.of("texts-expected", "key", key));
            }
            texts.add(StorableText.of(element.asText()));
        }
        return texts;
    }

    private static List<AnswerVariant> variants(JsonNode fields) throws Fault {
        var variants = new ArrayList<AnswerVariant>();
        var node = fields.get("variants");
        if (node == null || node.isNull()) {
            return variants;
        }
        if (!node.isArray()) {
            throw new Fault("variants", Remark.of("list-expected", "key", "variants"));
        }
        for (var element : node) {
            var word = text(element, "channel", "any");
            var channel = AnswerChannel.of(word);
            var tier = element.path("minTier");
            if (!element.isObject() || channel.isEmpty() || !(tier.isMissingNode() || tier.isInt())) {
                throw new Fault("variants", Remark.of("variant-unknown", "text", element.toString()));
            }
            variants.add(new AnswerVariant(channel.get(), tier.asInt(0), text(element, "answer", "")));
        }
        return variants;
    }

    private static Audience audience(JsonNode fields) throws Fault {
        var word = text(fields, "audience", "customer");
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "customer" -> Audience.CUSTOMER;
            case "agent" -> Audience.AGENT;
            default -> throw new Fault("audience", Remark.of("audience-unknown", "column", "audience", "text", word));
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
            throw new Fault(name, Remark.of("day-unknown", "column", name, "text", word));
        }
    }
}
