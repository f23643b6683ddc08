package dev.yiwen.command.triage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The lines of a UTF-8 file, with whatever line ends and mark of byte order an editor left in it. */
final class TextLines {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextLines() {}

    static List<String> of(Path file) throws FormatFault {
        try {
            var lines = new ArrayList<>(Files.readAllLines(file));
            if (!lines.isEmpty() && lines.getFirst().startsWith(BYTE_ORDER_MARK)) {
                lines.set(0, lines.getFirst().substring(BYTE_ORDER_MARK.length()));
            }
            return lines;
        } catch (CharacterCodingException e) {
            throw new FormatFault(file, 0, "is not UTF-8");
        } catch (IOException e) {
            throw new FormatFault(file, 0, "cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** @param line from 1 */
    static JsonNode json(Path file, int line, String text) throws FormatFault {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new FormatFault(file, line, "is not valid JSON: " + e.getOriginalMessage());
        }
    }
}
