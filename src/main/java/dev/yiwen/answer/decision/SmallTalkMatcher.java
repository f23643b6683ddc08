package dev.yiwen.answer.decision;

import dev.yiwen.answer.reading.SectionFile;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells small talk from questions; the header of {@code answer/smalltalk.txt} says how. */
@Singleton
final class SmallTalkMatcher {
    private static final String RESOURCE = "answer/smalltalk.txt";
    private static final String FILLER = "filler";
    /** Signs without a word: 👍, ？？. */
    static final String WORDLESS = "wordless";

    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    // Longer ones are questions; it also bounds the backtracking of phrases that overlap.
    private static final int LONGEST = 20;

    private final Pattern whole;
    private final Map<String, Pattern> kinds = new LinkedHashMap<>();

    SmallTalkMatcher() {
        Map<String, List<String>> sections = SectionFile.read(RESOURCE);
        String any = sections.values().stream().flatMap(List::stream).collect(Collectors.joining("|"));
        whole = Pattern.compile("(?:" + any + ")+");
        sections.forEach((kind, phrases) -> {
            if (!kind.equals(FILLER)) {
                kinds.put(kind, Pattern.compile(String.join("|", phrases)));
            }
        });
    }

    /** The kind of small talk that the whole message is, or nothing when there is a question in it. */
    Optional<String> kindOf(String raw) {
        String text = NOT_WORD.matcher(
                        Normalizer.normalize(raw, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll("");
        if (text.isEmpty()) {
            return Optional.of(WORDLESS);
        }
        if (text.length() > LONGEST || !whole.matcher(text).matches()) {
            return Optional.empty();
        }
        return kinds.entrySet().stream()
                .filter(it -> it.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> Optional.of(WORDLESS));
    }
}
