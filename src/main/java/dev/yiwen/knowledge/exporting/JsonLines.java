package dev.yiwen.knowledge.exporting;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.knowledge.Audience;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;

/** A line an article. */
final class JsonLines {
    private static final ObjectMapper JSON = new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private JsonLines() {}

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
            out.write(JSON.writeValueAsBytes(fields));
            out.write('\n');
        }
    }
}
