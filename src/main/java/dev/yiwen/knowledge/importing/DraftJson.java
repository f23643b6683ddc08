package dev.yiwen.knowledge.importing;

import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.FaultCause;
import dev.yiwen.knowledge.VariantJson;
import dev.yiwen.knowledge.importing.source.Remark;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Drafts and remarks as rows keep them; the names are those of {@code article_revision}. */
final class DraftJson {
    private DraftJson() {}

    static JsonObject of(ArticleDraft draft) {
        return new JsonObject()
                .put("question", draft.question())
                .put("phrasings", new JsonArray(draft.phrasings()))
                .put("answer", draft.answer())
                .put("audience", draft.audience().name())
                .put("product", draft.product())
                .put(
                        "valid_from",
                        draft.validFrom() == null ? null : draft.validFrom().toString())
                .put(
                        "valid_to",
                        draft.validTo() == null ? null : draft.validTo().toString())
                .put("tags", new JsonArray(draft.tags()))
                .put("variants", VariantJson.of(draft.variants()))
                .put("causes", FaultCause.json(draft.causes()));
    }

    static ArticleDraft draft(JsonObject json) {
        return new ArticleDraft(
                json.getString("question"),
                texts(json.getJsonArray("phrasings")),
                json.getString("answer"),
                Audience.valueOf(json.getString("audience")),
                json.getString("product"),
                day(json.getString("valid_from")),
                day(json.getString("valid_to")),
                texts(json.getJsonArray("tags")),
                // A batch from before there were any has none.
                VariantJson.variants(json.getJsonArray("variants", new JsonArray())),
                FaultCause.of(json.getJsonArray("causes", new JsonArray())));
    }

    /** With the names that pages know. */
    static Map<String, Object> shown(ArticleDraft draft) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("question", draft.question());
        shown.put("phrasings", draft.phrasings());
        shown.put("answer", draft.answer());
        shown.put("audience", draft.audience().name());
        shown.put("product", draft.product());
        shown.put("validFrom", String.valueOf(draft.validFrom() == null ? "" : draft.validFrom()));
        shown.put("validTo", String.valueOf(draft.validTo() == null ? "" : draft.validTo()));
        shown.put("tags", draft.tags());
        shown.put("variants", draft.variants());
        shown.put("causes", draft.causes());
        return shown;
    }

    static JsonArray remarks(List<Remark> remarks) {
        var array = new JsonArray();
        remarks.forEach(it -> array.add(
                new JsonObject().put("key", it.key()).put("facts", new JsonObject(new TreeMap<>(it.facts())))));
        return array;
    }

    static List<Remark> remarks(JsonArray array) {
        return array.stream()
                .map(JsonObject.class::cast)
                .map(it -> {
                    var facts = new TreeMap<String, String>();
                    it.getJsonObject("facts")
                            .forEach(fact -> facts.put(fact.getKey(), String.valueOf(fact.getValue())));
                    return new Remark(it.getString("key"), facts);
                })
                .toList();
    }

    static List<String> texts(JsonArray array) {
        return array.stream().map(String::valueOf).toList();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
