package dev.yiwen.command.assist;

import com.fasterxml.jackson.databind.JsonNode;
import dev.yiwen.assist.cases.CaseLines;
import dev.yiwen.assist.cases.CaseLines.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A situation and the answers to choose from.
 *
 * @param context turns, oldest first, joined by commas
 * @param gold index of the right one, from 0
 */
record Choice(String context, List<String> candidates, int gold) {
    Choice {
        candidates = List.copyOf(candidates);
    }

    /** {@code {"context", "candidates", "gold"}} a line; {@code gold} is an index from 0, or the text of a candidate. */
    static List<Choice> read(Path file) throws CaseLines.Faults {
        return CaseLines.read(file, Choice::of);
    }

    private static Choice of(JsonNode node) {
        var candidates = candidates(node.get("candidates"));
        return new Choice(CaseLines.text(node, "context"), candidates, gold(node.get("gold"), candidates));
    }

    private static List<String> candidates(@Nullable JsonNode given) {
        if (given == null || !given.isArray() || given.size() < 2) {
            throw new Fault("needs \"candidates\": at least two texts");
        }
        var candidates = new ArrayList<String>();
        for (JsonNode candidate : given) {
            if (!candidate.isTextual()) {
                throw new Fault("needs \"candidates\": texts, not " + candidate);
            }
            candidates.add(candidate.textValue());
        }
        return candidates;
    }

    private static int gold(@Nullable JsonNode given, List<String> candidates) {
        if (given != null && given.isIntegralNumber()) {
            if (!given.canConvertToInt() || given.intValue() < 0 || given.intValue() >= candidates.size()) {
                throw new Fault("\"gold\" is %s, and the %d candidates are counted from 0 to %d"
                        .formatted(given, candidates.size(), candidates.size() - 1));
            }
            return given.intValue();
        }
        if (given != null && given.isTextual()) {
            int index = candidates.indexOf(given.textValue());
            if (index < 0) {
                throw new Fault("\"gold\" is none of the candidates");
            }
            return index;
        }
        throw new Fault("needs \"gold\": the index of a candidate, from 0, or its text");
    }

    /** From 1; the worst of equals. A candidate with the right one's words is as right. */
    int rank(double[] scores) {
        int rank = 1;
        for (int i = 0; i < scores.length; i++) {
            boolean asRight = candidates.get(i).equals(candidates.get(gold));
            if (!asRight && scores[i] >= scores[gold]) {
                rank++;
            }
        }
        return rank;
    }
}
