package dev.yiwen.assist;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
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
        var resource = Objects.requireNonNull(Fillers.class.getResourceAsStream("/assist/content-free.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return new Fillers(lines.lines()
                    .map(String::strip)
                    .filter(it -> !it.isEmpty() && !it.startsWith("#"))
                    .map(it -> it.replace(" ", ""))
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
