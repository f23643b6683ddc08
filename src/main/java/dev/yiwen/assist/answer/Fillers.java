package dev.yiwen.assist.answer;

import dev.yiwen.shared.ResourceLines;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that carry no question, from {@code assist/content-free.txt}. */
final class Fillers {
    private static final int LONGEST_TEXT = 60;
    private static final String NUMERALS = "零一二三四五六七八九十百千万两幺";

    private final Set<String> words;
    private final int longest;

    private Fillers(Set<String> words) {
        this.words = words;
        longest = words.stream().mapToInt(String::length).max().orElse(0);
    }

    static Fillers load() {
        return new Fillers(ResourceLines.of("assist/content-free.txt").stream()
                .map(it -> it.replace(" ", ""))
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether a text, lower case and without punctuation, is a row of fillers, digits and numerals, or empty. */
    boolean makeUp(String text) {
        if (text.length() > LONGEST_TEXT) {
            return false;
        }
        var reached = new boolean[text.length() + 1];
        reached[0] = true;
        for (var from = 0; from < text.length(); from++) {
            if (reached[from]) {
                if (Character.isDigit(text.charAt(from)) || NUMERALS.indexOf(text.charAt(from)) >= 0) {
                    reached[from + 1] = true;
                }
                for (var to = from + 1; to <= Math.min(from + longest, text.length()); to++) {
                    reached[to] |= words.contains(text.substring(from, to));
                }
            }
        }
        return reached[text.length()];
    }
}
