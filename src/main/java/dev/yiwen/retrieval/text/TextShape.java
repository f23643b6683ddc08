package dev.yiwen.retrieval.text;

import dev.yiwen.reading.Slots;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What of a text can be compared letter by letter, without its punctuation.
 *
 * @param length in characters
 * @param characters each once, sorted
 * @param pairs of neighbouring characters, each once, sorted
 * @param codes numbers and Latin words: 5g is both 5 and g
 * @param reading what it fixes, read when it is asked for
 */
public record TextShape(int length, char[] characters, int[] pairs, Set<String> codes, Reading reading) {
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern CODE = Pattern.compile("\\d+|[a-z]+");

    /** Most texts are never looked at so closely. */
    public static final class Reading {
        private final String text;
        private volatile @Nullable Slots slots;

        private Reading(String text) {
            this.text = text;
        }

        private Slots slots() {
            var read = slots;
            if (read == null) {
                read = Slots.of(text);
                slots = read;
            }
            return read;
        }
    }

    /** As it was given. */
    public String text() {
        return reading.text;
    }

    public Slots definite() {
        return reading.slots();
    }

    public static TextShape of(String normalised) {
        var words = NOT_WORD.matcher(normalised).replaceAll("");
        var characters = words.toCharArray();
        int[] pairs = new int[Math.max(0, characters.length - 1)];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = characters[i] << Character.SIZE | characters[i + 1];
        }
        var codes = CODE.matcher(normalised).results().map(MatchResult::group).collect(Collectors.toUnmodifiableSet());
        return new TextShape(characters.length, distinct(characters), distinct(pairs), codes, new Reading(normalised));
    }

    /** Dice coefficient of the characters, 0 to 1. */
    public double charactersShared(TextShape other) {
        int shared = 0;
        for (char it : characters) {
            shared += Arrays.binarySearch(other.characters, it) >= 0 ? 1 : 0;
        }
        return dice(shared, characters.length, other.characters.length);
    }

    /** Dice coefficient of the pairs, 0 to 1. */
    public double pairsShared(TextShape other) {
        int shared = 0;
        for (int it : pairs) {
            shared += Arrays.binarySearch(other.pairs, it) >= 0 ? 1 : 0;
        }
        return dice(shared, pairs.length, other.pairs.length);
    }

    public int codesShared(TextShape other) {
        return (int) codes.stream().filter(other.codes::contains).count();
    }

    private static double dice(int shared, int mine, int theirs) {
        return 2.0 * shared / Math.max(1, mine + theirs);
    }

    private static char[] distinct(char[] values) {
        char[] sorted = values.clone();
        Arrays.sort(sorted);
        int size = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[size++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, size);
    }

    private static int[] distinct(int[] values) {
        return Arrays.stream(values).sorted().distinct().toArray();
    }
}
