package dev.yiwen.command.danger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sentences a line, after a line {@code [danger]} dangerous, after {@code [calm]} and before any calm; up to a tab. */
final class DangerSentences {
    private static final String DANGER = "[danger]";
    private static final String CALM = "[calm]";

    private DangerSentences() {}

    /** Whether each is dangerous, in the order of the file. */
    static Map<String, Boolean> read(Path file) throws IOException {
        var sentences = new LinkedHashMap<String, Boolean>();
        boolean danger = false;
        for (String line : Files.readAllLines(file)) {
            String text = line.split("\t", 2)[0].strip();
            if (text.equals(DANGER) || text.equals(CALM)) {
                danger = text.equals(DANGER);
            } else if (!text.isEmpty() && !text.startsWith("#")) {
                sentences.put(text, danger);
            }
        }
        return sentences;
    }
}
