package dev.yiwen.command.triage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.yiwen.command.argument.Half;
import dev.yiwen.triage.Estimate.Mood;
import dev.yiwen.triage.Spoken;
import dev.yiwen.triage.satisfaction.LabelledChat;
import dev.yiwen.triage.satisfaction.LabelledChat.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chats with their satisfaction: {@code {"id","turns":[{"speaker","text","satisfaction"?}],"satisfaction"}} a line; speakers
 * customer and others, satisfaction 0 dissatisfied, 1 neutral, 2 satisfied, of turns where somebody said it.
 */
final class SatisfactionChats {
    private SatisfactionChats() {}

    /** @param half of the chats, by the last digit of their ids */
    static List<LabelledChat> read(Path file, Half half) throws FormatFault {
        var chats = new ArrayList<LabelledChat>();
        var lines = TextLines.of(file);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                var node = TextLines.json(file, i + 1, lines.get(i));
                if (half.holds(id(file, i + 1, node))) {
                    chats.add(chat(file, i + 1, node));
                }
            }
        }
        if (chats.isEmpty()) {
            throw new FormatFault(file, 0, "has no chat");
        }
        return chats;
    }

    private static String id(Path file, int line, JsonNode node) throws FormatFault {
        var id = node.path("id").asText();
        if (id.isEmpty()) {
            throw new FormatFault(file, line, "needs \"id\"");
        }
        return id;
    }

    private static LabelledChat chat(Path file, int line, JsonNode node) throws FormatFault {
        if (!node.path("turns").isArray()) {
            throw new FormatFault(file, line, "needs \"turns\": a list");
        }
        var talk = new ArrayList<Spoken>();
        var verdicts = new ArrayList<Verdict>();
        for (var turn : node.path("turns")) {
            if (!turn.path("speaker").isTextual() || !turn.path("text").isTextual()) {
                throw new FormatFault(file, line, "has a turn without \"speaker\" and \"text\"");
            }
            var said = new Spoken(
                    turn.path("speaker").asText().equals("customer"),
                    turn.path("text").asText());
            talk.add(said);
            if (said.customer()) {
                verdicts.add(
                        switch (mood(file, line, turn.get("satisfaction"))) {
                            case null -> Verdict.UNKNOWN;
                            case DISSATISFIED -> Verdict.DISSATISFIED;
                            case NEUTRAL, SATISFIED -> Verdict.OTHER;
                        });
            }
        }
        var mood = mood(file, line, node.get("satisfaction"));
        if (mood == null) {
            throw new FormatFault(file, line, "needs \"satisfaction\": 0, 1 or 2");
        }
        return new LabelledChat(talk, verdicts, mood);
    }

    private static @Nullable Mood mood(Path file, int line, @Nullable JsonNode node) throws FormatFault {
        if (node == null || node.isNull()) {
            return null;
        }
        int label = node.isInt() ? node.intValue() : -1;
        if (label < 0 || label >= Mood.values().length) {
            throw new FormatFault(file, line, "needs \"satisfaction\" to be 0, 1 or 2");
        }
        return Mood.values()[label];
    }
}
