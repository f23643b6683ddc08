package dev.yiwen.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.yiwen.knowledge.golden.Expectation;
import dev.yiwen.knowledge.golden.GoldenCase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Golden questions, one JSON object a line: {@code "question"}, a text, or {@code "conversation"}, what the customer says in
 * turn; {@code "expect"}: the slug of an article, {@code "abstain"} or {@code "human"}; {@code "must"}, true unless it says
 * otherwise; {@code "group"}. {@code "article"} may stand in place of {@code "expect"}; null means abstain.
 */
final class GoldenFile {
    private static final Set<String> KNOWN =
            Set.of("question", "conversation", "expect", "article", "must", "group", "owner", "note", "id");

    private GoldenFile() {}

    static List<GoldenCase> read(Path file) throws EvaluationSet.FormatFault {
        var cases = new ArrayList<GoldenCase>();
        EvaluationSet.eachLine(file, (node, line) -> cases.add(golden(node, file, line)));
        return cases;
    }

    private static GoldenCase golden(JsonNode node, Path file, int line) throws EvaluationSet.FormatFault {
        for (var name : (Iterable<String>) node::fieldNames) {
            if (!KNOWN.contains(name)) {
                throw new EvaluationSet.FormatFault(file, line, "unknown key '" + name + "'");
            }
        }
        var must = node.path("must");
        if (!must.isMissingNode() && !must.isBoolean()) {
            throw new EvaluationSet.FormatFault(file, line, "\"must\" is true or false");
        }
        return new GoldenCase(
                file.getFileName() + ":" + line,
                turns(node, file, line),
                expectation(node, file, line),
                must.asBoolean(true),
                node.path("group").asText(""));
    }

    private static List<String> turns(JsonNode node, Path file, int line) throws EvaluationSet.FormatFault {
        var conversation = node.get("conversation");
        if (conversation == null) {
            return List.of(EvaluationSet.text(node, "question", file, line));
        }
        var turns = new ArrayList<String>();
        for (var turn : conversation) {
            turns.add(turn.isTextual() ? turn.textValue().strip() : "");
        }
        if (!conversation.isArray() || turns.isEmpty() || turns.contains("")) {
            throw new EvaluationSet.FormatFault(file, line, "\"conversation\" is a list of what the customer says");
        }
        return turns;
    }

    private static Expectation expectation(JsonNode node, Path file, int line) throws EvaluationSet.FormatFault {
        if (node.has("expect")) {
            return Expectation.of(EvaluationSet.text(node, "expect", file, line).strip());
        }
        if (node.has("article")) {
            return node.get("article").isNull()
                    ? Expectation.of("abstain")
                    : Expectation.article(
                            EvaluationSet.text(node, "article", file, line).strip());
        }
        throw new EvaluationSet.FormatFault(
                file, line, "needs \"expect\": the slug of an article, \"abstain\" or \"human\"");
    }
}
