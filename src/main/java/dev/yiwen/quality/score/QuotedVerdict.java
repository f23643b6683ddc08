package dev.yiwen.quality.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.OptionalLong;

/** What a chat model answered about somebody, held against what was said. */
final class QuotedVerdict {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** A shorter one stands in too many sentences to be any evidence. */
    private static final int SHORTEST = 2;

    private QuotedVerdict() {}

    /** What the model was shown of whom is judged. */
    record Shown(long seq, String text) {}

    /** Broken only when its quote stands there word for word; not judged when it answered something else. */
    static CriterionFinding of(CriterionFinding asked, String reply, List<Shown> own) {
        var node = read(reply);
        if (!node.path("broken").isBoolean()) {
            return asked;
        }
        if (!node.path("broken").booleanValue()) {
            return asked.with(CriterionFinding.Outcome.KEPT);
        }
        var quote = node.path("quote").asText().strip();
        var seq = quote.length() < SHORTEST
                ? OptionalLong.empty()
                : own.stream()
                        .filter(it -> it.text().contains(quote))
                        .mapToLong(Shown::seq)
                        .findFirst();
        return seq.isPresent()
                ? new CriterionFinding(
                        asked.criterion(), asked.who(), CriterionFinding.Outcome.BROKEN, List.of(seq.getAsLong()))
                : asked;
    }

    /** Models like to say something before and after. */
    private static JsonNode read(String reply) {
        int from = reply.indexOf('{');
        int to = reply.lastIndexOf('}');
        try {
            return from < 0 || to < from ? JSON.nullNode() : JSON.readTree(reply.substring(from, to + 1));
        } catch (JsonProcessingException e) {
            return JSON.nullNode();
        }
    }
}
