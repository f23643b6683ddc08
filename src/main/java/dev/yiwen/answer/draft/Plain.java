package dev.yiwen.answer.draft;

import dev.yiwen.reading.Amounts;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Text as it is compared: without the differences that do not count. */
final class Plain {
    // The number of a step is no fact.
    private static final Pattern BULLET = Pattern.compile("(?m)^\\s*(?:\\d{1,2}[.、)](?!\\d)|[-*•>]|#{1,6})\\s*");
    private static final Pattern MARKS = Pattern.compile("[*`|]|(?<=\\d),(?=\\d{3}(?!\\d))");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}]+");

    private Plain() {}

    static String of(String text) {
        String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return MARKS.matcher(BULLET.matcher(narrow).replaceAll("")).replaceAll("");
    }

    /** Pairs of neighbouring characters, but for amounts: how alike two texts are in what they speak of. */
    static Set<String> pairs(String plain) {
        String words =
                NO_WORD.matcher(Polarity.canonical(Amounts.without(plain))).replaceAll("");
        var pairs = new HashSet<String>();
        for (int i = 0; i + 2 <= words.length(); i++) {
            pairs.add(words.substring(i, i + 2));
        }
        return pairs;
    }

    /** The share of {@code part}'s pairs that {@code whole} holds too. */
    static double share(Set<String> part, Set<String> whole) {
        long shared = part.stream().filter(whole::contains).count();
        return part.isEmpty() ? 0 : (double) shared / part.size();
    }
}
