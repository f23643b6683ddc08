package dev.yiwen.knowledge.exporting;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.RevisionLife;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line an article. */
final class JsonLines {
    private static final ObjectMapper JSON = new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private JsonLines() {}

    /** What it said, who had a hand in it, and when customers had it. */
    private static Map<String, Object> revision(Article it) {
        var life = it.life();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("revision", it.revision());
        fields.put("state", it.state());
        fields.put("question", it.question());
        fields.put("phrasings", it.phrasings());
        fields.put("answer", it.answer());
        fields.put("variants", ExportedVariants.of(it.variants()));
        fields.put("author", it.author());
        fields.put("changedAt", it.changedAt().toString());
        put(fields, "submitter", by(life.submitted()));
        put(fields, "reviewer", by(life.reviewed()));
        put(fields, "publisher", life.publisher());
        put(fields, "reason", life.reason());
        put(fields, "liveFrom", life.liveFrom());
        put(fields, "liveTo", life.liveTo());
        put(fields, "endedBy", life.endedBy());
        put(fields, "endReason", life.endReason());
        return fields;
    }

    private static @Nullable String by(RevisionLife.@Nullable Act act) {
        return act == null ? null : act.by();
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }

    static void write(List<ExportedArticle> articles, OutputStream out) throws IOException {
        for (var article : articles) {
            var content = article.content();
            var fields = new LinkedHashMap<String, Object>();
            fields.put("id", article.slug());
            fields.put("base", article.base());
            fields.put("question", content.question());
            fields.put("phrasings", content.phrasings());
            fields.put("answer", content.answer());
            fields.put("audience", content.audience() == Audience.AGENT ? "agent" : "customer");
            fields.put("product", content.product());
            fields.put("validFrom", String.valueOf(content.validFrom() == null ? "" : content.validFrom()));
            fields.put("validTo", String.valueOf(content.validTo() == null ? "" : content.validTo()));
            fields.put("tags", content.tags());
            fields.put("variants", ExportedVariants.of(content.variants()));
            if (!content.causes().isEmpty()) {
                fields.put("causes", ExportedCauses.of(content.causes()));
            }
            if (!article.history().isEmpty()) {
                fields.put(
                        "history",
                        article.history().stream().map(JsonLines::revision).toList());
            }
            out.write(JSON.writeValueAsBytes(fields));
            out.write('\n');
        }
    }
}
