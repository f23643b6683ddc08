package dev.yiwen.command.triage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.command.argument.Half;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Message;
import dev.yiwen.shared.Ids;
import dev.yiwen.triage.Triage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How well the wish for a human is read in chats: {@code {"id","turns":[{"speaker","text"}]}} a line, speakers customer and
 * agent; or {@code {"context"}} a line, a chat's turns joined by commas, whose id is the number of its line. Which turns are
 * wishes stands in a file of its own, {@code {"session","turn","wish"}} a line with turns counted from one, so that judgements
 * can be kept where texts may not.
 */
final class Wishes {
    private final Triage triage;
    private final ObjectMapper json;

    Wishes(Triage triage, ObjectMapper json) {
        this.triage = triage;
        this.json = json;
    }

    /** A label, a wish or not, and what was read. */
    private record Read(boolean wished, boolean read) {}

    /** @param half of the labels, by their line */
    Map<String, Object> figures(Path chats, Path labels, Half half) throws FormatFault {
        var turns = turns(chats);
        var reads = new ArrayList<Read>();
        var lines = lines(labels);
        for (int i = 0; i < lines.size(); i++) {
            if (half.holds(i)) {
                var label = lines.get(i);
                reads.add(read(label, turns, labels, i + 1));
            }
        }
        long wished = reads.stream().filter(Read::wished).count();
        long said = reads.stream().filter(Read::read).count();
        long found = reads.stream().filter(it -> it.wished() && it.read()).count();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("set", String.valueOf(chats.getFileName()));
        figures.put("n", reads.size());
        figures.put("wishes", wished);
        figures.put("f1", rounded(2.0 * found / Math.max(1, said + wished)));
        figures.put("precision", rounded((double) found / Math.max(1, said)));
        figures.put("recall", rounded((double) found / Math.max(1, wished)));
        return figures;
    }

    private Read read(JsonNode label, Map<String, JsonNode> chats, Path file, int line) throws FormatFault {
        var turns = chats.get(label.path("session").asText());
        int turn = label.path("turn").asInt();
        if (turns == null
                || turn < 1
                || turn > turns.size()
                || !label.path("wish").isBoolean()) {
            throw new FormatFault(
                    file, line, "needs the \"session\" and \"turn\" of a chat, and \"wish\": true or false");
        }
        boolean wished = label.get("wish").booleanValue();
        boolean read = triage.read(transcript(turns, turn)).wishForHuman();
        if (wished != read) {
            System.err.printf("%s:%d %s%n", file.getFileName(), line, wished ? "not seen" : "is no wish");
        }
        return new Read(wished, read);
    }

    private static List<Message> transcript(JsonNode turns, int upTo) {
        var id = ConversationId.of(Ids.next());
        var transcript = new ArrayList<Message>();
        for (int i = 0; i < upTo; i++) {
            var turn = turns.get(i);
            Author author =
                    turn.path("speaker").asText().equals("customer") ? new Author.Customer() : Author.Agent.unnamed();
            transcript.add(new Message(
                    id, i + 1, author, new Body.Text(turn.path("text").asText()), Instant.EPOCH));
        }
        return transcript;
    }

    private Map<String, JsonNode> turns(Path chats) throws FormatFault {
        var turns = new HashMap<String, JsonNode>();
        int line = 0;
        for (JsonNode chat : lines(chats)) {
            line++;
            if (chat.path("context").isTextual()) {
                turns.put(String.valueOf(line), joined(chat.get("context").textValue()));
                continue;
            }
            if (!chat.path("id").isTextual() || !chat.path("turns").isArray()) {
                throw new FormatFault(chats, line, "needs \"id\": a text and \"turns\": a list");
            }
            turns.put(chat.get("id").textValue(), chat.get("turns"));
        }
        return turns;
    }

    /** Who says what is lost where turns are joined; a judged one is a customer's. */
    private JsonNode joined(String context) {
        var turns = json.createArrayNode();
        for (String turn : context.split(",", -1)) {
            turns.addObject().put("speaker", "customer").put("text", turn);
        }
        return turns;
    }

    private List<JsonNode> lines(Path file) throws FormatFault {
        var nodes = new ArrayList<JsonNode>();
        for (String line : TextLines.of(file)) {
            nodes.add(TextLines.json(file, nodes.size() + 1, line));
        }
        return nodes;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
