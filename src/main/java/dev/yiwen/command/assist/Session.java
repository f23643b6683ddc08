package dev.yiwen.command.assist;

import com.fasterxml.jackson.databind.JsonNode;
import dev.yiwen.assist.cases.CaseLines;
import dev.yiwen.assist.cases.CaseLines.Fault;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Message;
import dev.yiwen.shared.Ids;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A whole talk of a customer with an agent, turn by turn. */
record Session(String id, List<Turn> turns) {
    private static final int HEXADECIMAL = 16;

    record Turn(boolean byCustomer, String text) {}

    Session {
        turns = List.copyOf(turns);
    }

    /** {@code {"id", "turns": [{"speaker": "customer" | "agent", "text"}]}} a line. */
    static List<Session> read(Path file) throws CaseLines.Faults {
        return CaseLines.read(file, Session::of);
    }

    private static Session of(JsonNode node) {
        var turns = node.get("turns");
        if (turns == null || !turns.isArray()) {
            throw new Fault("needs \"turns\": a list");
        }
        var said = new ArrayList<Turn>();
        for (JsonNode turn : turns) {
            var text = CaseLines.text(turn, "text");
            if (!text.isBlank()) {
                said.add(new Turn(isCustomer(CaseLines.text(turn, "speaker")), text.strip()));
            }
        }
        return new Session(CaseLines.text(node, "id"), said);
    }

    private static boolean isCustomer(String speaker) {
        return switch (speaker) {
            case "customer" -> true;
            case "agent" -> false;
            default -> throw new Fault("\"speaker\" is customer or agent, not " + speaker);
        };
    }

    /** Whether the last digit of its id, hexadecimal or decimal, is even. */
    boolean inEvenHalf() {
        int digit = id.isEmpty() ? -1 : Character.digit(id.charAt(id.length() - 1), HEXADECIMAL);
        return (digit < 0 ? id.hashCode() : digit) % 2 == 0;
    }

    /** As a conversation would hold it. */
    List<Message> transcript() {
        var nowhere = ConversationId.of(Ids.next());
        var messages = new ArrayList<Message>();
        for (Turn turn : turns) {
            messages.add(new Message(
                    nowhere,
                    messages.size() + 1L,
                    turn.byCustomer() ? new Author.Customer() : Author.Agent.unnamed(),
                    new Body.Text(turn.text()),
                    Instant.EPOCH));
        }
        return messages;
    }
}
