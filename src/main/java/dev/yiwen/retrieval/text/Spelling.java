package dev.yiwen.retrieval.text;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Puts right what was typed by sound: pinyin (liuliang) and homophones (六量) become the words of the knowledge (流量). It
 * knows only those words, so that nothing is corrected that the knowledge could not answer anyway. What articles no longer
 * say is forgotten at the next start.
 */
public final class Spelling {
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}{2,4}");
    // Possessive: what was taken is never given back.
    private static final Pattern LETTERS =
            Pattern.compile("(?<![a-z0-9])[a-z]{2,}+(?![a-z0-9])(?: [a-z]{2,}+(?![a-z0-9]))*+");
    private static final String DENIALS = "不没无未非";
    private static final int LONGEST = 4;
    // A word said once may itself be a slip; and where much is said, a rare word is no likelier than what was typed.
    private static final int OFTEN = 2;
    private static final int PASSAGES_A_WORD = 200;
    // What a character of its own must beat: with it, the fewest and most common words win.
    private static final double NEW_WORD = Math.log(5000);

    private final Map<String, Integer> words = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> bySound = new ConcurrentHashMap<>();
    // By the one usual sound: 说 and 数 share a rare one, and nobody who writes 说 means 数.
    private final Map<String, Set<String>> byUsualSound = new ConcurrentHashMap<>();
    private final Set<String> pairs = ConcurrentHashMap.newKeySet();
    private final Set<String> codes = ConcurrentHashMap.newKeySet();
    private final AtomicInteger passages = new AtomicInteger();

    /** Learns the words of a passage. */
    public void learn(String normalised, Collection<String> terms) {
        passages.incrementAndGet();
        for (String term : terms) {
            if (term.startsWith("#")) {
                pairs.add(term.substring(1));
            } else if (HAN.matcher(term).matches()) {
                learn(term);
            }
        }
        normalised.chars().filter(Spelling::isHan).forEach(c -> learn(Character.toString(c)));
        codes.addAll(TextShape.of(normalised).codes());
    }

    private void learn(String word) {
        if (words.merge(word, 1, Integer::sum) == 1) {
            Pinyin.of(word).forEach(sound -> add(bySound, sound, word));
            Pinyin.usual(word).ifPresent(sound -> add(byUsualSound, sound, word));
        }
    }

    private static void add(Map<String, Set<String>> words, String sound, String word) {
        words.computeIfAbsent(sound, it -> ConcurrentHashMap.newKeySet()).add(word);
    }

    /** The same text where nothing is wrong. */
    public String corrected(String normalised) {
        var latin = LETTERS.matcher(normalised)
                .replaceAll(found -> said(found.group()).orElse(found.group()));
        return homophones(latin);
    }

    private Optional<String> said(String letters) {
        for (String part : letters.split(" ")) {
            if (codes.contains(part)) {
                return Optional.empty();
            }
        }
        var syllables = Pinyin.split(letters.replace(" ", ""));
        return syllables.flatMap(this::words);
    }

    /** The likeliest words of these sounds, by the shortest path. */
    private Optional<String> words(List<String> syllables) {
        int size = syllables.size();
        double[] cost = new double[size + 1];
        String[] last = new String[size + 1];
        for (int end = 1; end <= size; end++) {
            cost[end] = Double.POSITIVE_INFINITY;
            for (int begin = Math.max(0, end - LONGEST); begin < end; begin++) {
                var word = commonest(bySound, String.join(" ", syllables.subList(begin, end)));
                if (word.isPresent() && cost[begin] < Double.POSITIVE_INFINITY) {
                    double price = cost[begin] + NEW_WORD - Math.log(count(word.get()));
                    if (price < cost[end]) {
                        cost[end] = price;
                        last[end] = word.get();
                    }
                }
            }
        }
        return cost[size] == Double.POSITIVE_INFINITY ? Optional.empty() : Optional.of(together(last));
    }

    /** A word has a character a syllable. */
    private static String together(String[] last) {
        var words = new ArrayDeque<String>();
        for (int end = last.length - 1; end > 0; end -= words.getFirst().length()) {
            words.addFirst(last[end]);
        }
        return String.join("", words);
    }

    private Optional<String> commonest(Map<String, Set<String>> words, String sound) {
        return words.getOrDefault(sound, Set.of()).stream()
                .max(Comparator.comparingInt(this::count).thenComparing(Comparator.reverseOrder()));
    }

    /** Longest first: a stretch that the knowledge never says becomes a word of the same sound that it often says. */
    private String homophones(String text) {
        var corrected = new StringBuilder(text);
        for (int length = LONGEST; length >= 2; length--) {
            for (int begin = 0; begin + length <= corrected.length(); begin++) {
                var stretch = corrected.substring(begin, begin + length);
                if (HAN.matcher(stretch).matches() && isNew(stretch)) {
                    int at = begin;
                    sameSound(stretch).ifPresent(word -> corrected.replace(at, at + word.length(), word));
                }
            }
        }
        return corrected.toString();
    }

    private boolean isNew(String stretch) {
        for (int i = 0; i + 2 <= stretch.length(); i++) {
            if (!pairs.contains(stretch.substring(i, i + 2))) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> sameSound(String stretch) {
        int often = Math.max(OFTEN, passages.get() / PASSAGES_A_WORD);
        return Pinyin.usual(stretch)
                .flatMap(sound -> commonest(byUsualSound, sound))
                .filter(it -> count(it) >= often && deniesAlike(stretch, it));
    }

    /** 不交 is not 补交: what denies stays, and nothing else becomes a denial. */
    private static boolean deniesAlike(String stretch, String word) {
        for (int i = 0; i < stretch.length(); i++) {
            if (stretch.charAt(i) != word.charAt(i)
                    && (DENIALS.indexOf(stretch.charAt(i)) >= 0 || DENIALS.indexOf(word.charAt(i)) >= 0)) {
                return false;
            }
        }
        return true;
    }

    private int count(String word) {
        return words.getOrDefault(word, 0);
    }

    private static boolean isHan(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }
}
