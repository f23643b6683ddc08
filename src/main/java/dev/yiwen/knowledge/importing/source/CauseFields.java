package dev.yiwen.knowledge.importing.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.yiwen.knowledge.FaultCause;
import dev.yiwen.knowledge.importing.source.JsonFields.Fault;
import dev.yiwen.shared.StorableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the causes of a fault, as strictly as the other fields of an article. */
final class CauseFields {
    private static final String CAUSES = "causes";
    private static final Set<String> KNOWN = Set.of("cause", "product", "symptoms", "checks", "solutions");

    private CauseFields() {}

    static List<FaultCause> causes(JsonNode fields) throws Fault {
        var causes = new ArrayList<FaultCause>();
        var node = fields.get(CAUSES);
        if (node == null || node.isNull()) {
            return causes;
        }
        if (!node.isArray()) {
            throw new Fault(CAUSES, Remark.of("list-expected", "key", CAUSES));
        }
        for (var element : node) {
            causes.add(cause(element));
        }
        var fault = FaultCause.fault(causes);
        if (fault.isPresent()) {
            throw new Fault(CAUSES, Remark.of("causes", "words", fault.get()));
        }
        return causes;
    }

    private static FaultCause cause(JsonNode node) throws Fault {
        for (var name : (Iterable<String>) node::fieldNames) {
            if (!KNOWN.contains(name)) {
                throw new Fault(CAUSES, Remark.of("key-unknown", "key", CAUSES + "." + name));
            }
        }
        return new FaultCause(
                JsonFields.text(node, "cause", ""),
                JsonFields.text(node, "product", ""),
                JsonFields.texts(node, "symptoms"),
                checks(node),
                JsonFields.texts(node, "solutions"));
    }

    private static List<FaultCause.Check> checks(JsonNode cause) throws Fault {
        var checks = new ArrayList<FaultCause.Check>();
        var node = cause.path("checks");
        if (!node.isMissingNode() && !node.isNull() && !node.isObject()) {
            throw new Fault(CAUSES, Remark.of("causes", "words", "checks must say question: answer"));
        }
        for (var question : (Iterable<String>) node::fieldNames) {
            var answers = node.get(question).isArray()
                    ? JsonFields.texts(node, question)
                    : List.of(JsonFields.text(node, question, ""));
            checks.add(new FaultCause.Check(StorableText.of(question), answers));
        }
        return checks;
    }
}
