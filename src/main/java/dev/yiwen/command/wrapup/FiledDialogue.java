package dev.yiwen.command.wrapup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with what a person made of it.
 *
 * @param category null where nobody filed it
 * @param facts by their kind ({@code amount}, {@code time}, {@code number}, {@code promise}); null where nobody looked for any
 */
record FiledDialogue(
        String id,
        @Nullable String category,
        List<Message> transcript,
        @Nullable Map<String, List<String>> facts) {

    /** A Monday at ten in Shanghai: all is said then. */
    private static final Instant SAID = Instant.parse("2026-03-02T02:00:00Z");

    private static final ConversationId ANY = ConversationId.of(new UUID(0, 1));

    FiledDialogue {
        transcript = List.copyOf(transcript);
    }

    /** A file is not in the format; the message names file and line. */
    static final class FormatFault extends Exception {
        FormatFault(Path file, int line, String words) {
            super(file + ":" + line + ": " + words);
        }
    }

    private record Line(
            @Nullable String id,
            @Nullable String category,
            @Nullable List<Turn> turns,
            @Nullable Map<String, List<String>> facts) {}

    private record Turn(@Nullable String speaker, @Nullable String text) {}

    /** @param labels category by id, for dialogues without one */
    static List<FiledDialogue> read(Path file, Map<String, String> labels, ObjectMapper json)
            throws FormatFault, IOException {
        var read = new ArrayList<FiledDialogue>();
        var lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                read.add(of(file, i + 1, lines.get(i), labels, json));
            }
        }
        return read;
    }

    private static FiledDialogue of(Path file, int number, String text, Map<String, String> labels, ObjectMapper json)
            throws FormatFault {
        Line line;
        try {
            line = json.readValue(text, Line.class);
        } catch (JsonProcessingException e) {
            throw new FormatFault(file, number, "is not {\"id\": …, \"turns\": […]}");
        }
        var id = line.id();
        var turns = line.turns();
        if (id == null || turns == null) {
            throw new FormatFault(file, number, "has no id or no turns");
        }
        var messages = new ArrayList<Message>();
        for (Turn turn : turns) {
            var said = turn.text();
            var speaker = turn.speaker();
            if (said == null || speaker == null) {
                throw new FormatFault(file, number, "has a turn without speaker or text");
            }
            var author = speaker.equals("customer") ? new Author.Customer() : Author.Agent.unnamed();
            messages.add(new Message(ANY, messages.size() + 1L, author, new Body.Text(said), SAID));
        }
        var category = line.category();
        return new FiledDialogue(id, category == null ? labels.get(id) : category, messages, line.facts());
    }
}
