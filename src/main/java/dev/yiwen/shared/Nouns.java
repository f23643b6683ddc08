package dev.yiwen.shared;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;

/** Which words name a thing, a place or a time, by the kinds in the segmenter's own dictionary. Holds about a megabyte. */
public final class Nouns {
    private static final String DICTIONARY = "dict.txt";
    private static final Set<String> THINGS = Set.of("n", "nz", "ns", "nt");
    private static final Set<String> TIMES = Set.of("t");

    private static final long[] OF_THINGS = read(THINGS);
    private static final long[] OF_TIMES = read(TIMES);

    private Nouns() {}

    /** False for words that the dictionary lacks. */
    public static boolean contains(String word) {
        return Arrays.binarySearch(OF_THINGS, hash(word)) >= 0;
    }

    public static boolean isTime(String word) {
        return Arrays.binarySearch(OF_TIMES, hash(word)) >= 0;
    }

    /** Lines of word, weight and kind. */
    private static long[] read(Set<String> kinds) {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Nouns.class.getClassLoader().getResourceAsStream(DICTIONARY), DICTIONARY),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(it -> kinds.contains(it.substring(it.lastIndexOf(' ') + 1)))
                    .map(it -> it.substring(0, it.indexOf(' ')))
                    .filter(it -> it.length() > 1)
                    .mapToLong(Nouns::hash)
                    .sorted()
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** FNV-1a of 64 bits: of so many words two hardly ever share one. */
    private static long hash(String word) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
