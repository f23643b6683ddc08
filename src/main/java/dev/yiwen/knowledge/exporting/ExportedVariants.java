package dev.yiwen.knowledge.exporting;

import dev.yiwen.knowledge.AnswerVariant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Variants as fields of a file. */
final class ExportedVariants {
    private ExportedVariants() {}

    static List<Map<String, Object>> of(List<AnswerVariant> variants) {
        return variants.stream().map(ExportedVariants::of).toList();
    }

    private static Map<String, Object> of(AnswerVariant variant) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("channel", variant.channel().key());
        if (variant.minTier() > 0) {
            fields.put("minTier", variant.minTier());
        }
        fields.put("answer", variant.answer());
        return fields;
    }
}
