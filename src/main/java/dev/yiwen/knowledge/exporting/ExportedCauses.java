package dev.yiwen.knowledge.exporting;

import dev.yiwen.knowledge.FaultCause;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Causes as fields of a file; what is empty is left out. */
final class ExportedCauses {
    private ExportedCauses() {}

    static List<Map<String, Object>> of(List<FaultCause> causes) {
        return causes.stream().map(ExportedCauses::of).toList();
    }

    private static Map<String, Object> of(FaultCause cause) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("cause", cause.cause());
        if (!cause.product().isEmpty()) {
            fields.put("product", cause.product());
        }
        put(fields, "symptoms", cause.symptoms());
        var checks = new LinkedHashMap<String, Object>();
        cause.checks()
                .forEach(it -> checks.put(
                        it.question(), it.answers().size() == 1 ? it.answers().getFirst() : it.answers()));
        if (!checks.isEmpty()) {
            fields.put("checks", checks);
        }
        put(fields, "solutions", cause.solutions());
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            fields.put(name, texts);
        }
    }
}
