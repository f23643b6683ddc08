package dev.yiwen.retrieval.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sourceforge.pinyin4j.PinyinHelper;

/** How Chinese characters sound, without tones. */
public final class Pinyin {
    private static final char FIRST = '\u4e00';
    private static final char LAST = '\u9fa5';
    private static final int MOST_READINGS = 8;
    private static final int LONGEST_SYLLABLE = 6;
    private static final Set<String> SYLLABLES = syllables();

    private Pinyin() {}

    /** Every way to say a word, its syllables separated by spaces; empty when a character has no reading. */
    static List<String> of(String word) {
        List<String> readings = List.of("");
        for (char c : word.toCharArray()) {
            var longer = new ArrayList<String>();
            for (String syllable : of(c)) {
                for (String reading : readings) {
                    if (longer.size() < MOST_READINGS) {
                        longer.add(reading.isEmpty() ? syllable : reading + " " + syllable);
                    }
                }
            }
            readings = longer;
        }
        return List.copyOf(readings);
    }

    /** The usual way to say a word, as {@link #of} writes it; nothing when a character has no reading. */
    static Optional<String> usual(String word) {
        var syllables = new ArrayList<String>();
        for (char c : word.toCharArray()) {
            String[] readings = PinyinHelper.toHanyuPinyinStringArray(c);
            if (readings == null) {
                return Optional.empty();
            }
            syllables.add(plain(readings[0]));
        }
        return Optional.of(String.join(" ", syllables));
    }

    /**
     * Cuts Latin letters into syllables, longest first; nothing when they are not wholly pinyin. From the end, so that each
     * place is looked at once.
     */
    public static Optional<List<String>> split(String letters) {
        // Length of the syllable that begins here when the rest can be cut too, else 0.
        int[] lengths = new int[letters.length()];
        for (int begin = letters.length() - 1; begin >= 0; begin--) {
            for (int length = Math.min(LONGEST_SYLLABLE, letters.length() - begin); length > 0; length--) {
                int end = begin + length;
                boolean restIsPinyin = end == letters.length() || lengths[end] > 0;
                if (restIsPinyin && SYLLABLES.contains(letters.substring(begin, end))) {
                    lengths[begin] = length;
                    break;
                }
            }
        }
        var syllables = new ArrayList<String>();
        for (int begin = 0; begin < letters.length(); begin += lengths[begin]) {
            if (lengths[begin] == 0) {
                return Optional.empty();
            }
            syllables.add(letters.substring(begin, begin + lengths[begin]));
        }
        return Optional.of(syllables);
    }

    private static Set<String> of(char c) {
        var syllables = new HashSet<String>();
        String[] readings = PinyinHelper.toHanyuPinyinStringArray(c);
        if (readings != null) {
            for (String reading : readings) {
                syllables.add(plain(reading));
            }
        }
        return syllables;
    }

    /** Without its tone; lu:4 is lü, which people type lv. */
    private static String plain(String reading) {
        return reading.replaceAll("\\d", "").replace("u:", "v");
    }

    private static Set<String> syllables() {
        var syllables = new HashSet<String>();
        for (char c = FIRST; c <= LAST; c++) {
            syllables.addAll(of(c));
        }
        // Interjections of one letter would make pinyin of any Latin word.
        syllables.removeIf(it -> it.length() == 1 && !"aeo".contains(it));
        return Set.copyOf(syllables);
    }
}
