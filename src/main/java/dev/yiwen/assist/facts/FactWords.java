package dev.yiwen.assist.facts;

import dev.yiwen.facts.FactName;
import dev.yiwen.shared.ResourceLines;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which facts a customer's words want, by {@code assist/fact-words.tsv}. */
final class FactWords {
    private static final int MOST = 2;
    private static final int COLUMNS = 3;
    /** Nobody asks for a figure in an essay; it also bounds how far the patterns go. */
    private static final int LONGEST = 300;

    private static final List<Wanted> ALL = ResourceLines.of("assist/fact-words.tsv").stream()
            .map(it -> it.split("\t", COLUMNS))
            .map(it -> new Wanted(FactName.of(it[0]), Pattern.compile(it[1]), Pattern.compile(it[2])))
            .toList();

    private FactWords() {}

    private record Wanted(FactName fact, Pattern words, Pattern alike) {
        boolean in(String text) {
            return words.matcher(text).find() && !alike.matcher(text).find();
        }
    }

    /** In the order in which they are shown; mostly none. */
    static List<FactName> in(String said) {
        var text = said.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
        return text.length() > LONGEST
                ? List.of()
                : ALL.stream()
                        .filter(it -> it.in(text))
                        .map(Wanted::fact)
                        .limit(MOST)
                        .toList();
    }
}
