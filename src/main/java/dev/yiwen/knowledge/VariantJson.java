package dev.yiwen.knowledge;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Variants as rows keep them. */
public final class VariantJson {
    private VariantJson() {}

    public static JsonArray of(List<AnswerVariant> variants) {
        var array = new JsonArray();
        variants.forEach(it -> array.add(new JsonObject()
                .put("channel", it.channel().name())
                .put("minTier", it.minTier())
                .put("answer", it.answer())));
        return array;
    }

    public static List<AnswerVariant> variants(JsonArray array) {
        return array.stream()
                .map(JsonObject.class::cast)
                .map(it -> new AnswerVariant(
                        AnswerChannel.valueOf(it.getString("channel")),
                        it.getInteger("minTier", 0),
                        it.getString("answer")))
                .toList();
    }
}
