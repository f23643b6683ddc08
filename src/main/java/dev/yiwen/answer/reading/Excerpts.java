package dev.yiwen.answer.reading;

import dev.yiwen.retrieval.Retrieval;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is looked up of a letter: about {@value #LENGTH} characters of it, in its own words and order. Chosen are, one after
 * the other, the sentences that say most which no sentence chosen before says: words of the knowledge count the more, the
 * rarer they are there, and twice where something is asked. The same letter has the same excerpt as long as the knowledge is
 * the same.
 */
@Singleton
final class Excerpts {
    static final int LENGTH = 200;

    private static final int LONGEST_SENTENCE = 80;
    private static final String ENDS = "。！？!?；;\n";
    private static final String PAUSES = "，,、 \t";
    private static final Pattern LATIN = Pattern.compile("[a-z0-9]+");
    private static final double ASKING = 2;

    private final TurnPatterns phrases;
    private final ToDoubleFunction<String> rarity;

    @Inject
    Excerpts(TurnPatterns phrases, Retrieval retrieval) {
        this(phrases, retrieval::rarity);
    }

    /** @param rarity of a word, or a pair of characters, in the knowledge; 0 when it is not there */
    Excerpts(TurnPatterns phrases, ToDoubleFunction<String> rarity) {
        this.phrases = phrases;
        this.rarity = rarity;
    }

    private record Sentence(int place, String text, Set<String> terms, boolean asks) {
        double says(Map<String, Double> open) {
            double sum = 0;
            for (String term : terms) {
                sum += open.getOrDefault(term, 0.0);
            }
            return asks ? ASKING * sum : sum;
        }
    }

    /** The text itself when it is short. */
    String of(String text) {
        if (text.length() <= LENGTH) {
            return text;
        }
        List<Sentence> left = sentences(text);
        var open = new HashMap<String, Double>();
        left.forEach(sentence -> sentence.terms.forEach(term -> open.computeIfAbsent(term, rarity::applyAsDouble)));
        var chosen = new TreeSet<Integer>();
        int room = LENGTH;
        while (room > 0 && !left.isEmpty()) {
            Sentence best = best(left, open);
            left.remove(best);
            if (best.text.length() <= room) {
                chosen.add(best.place);
                room -= best.text.length();
                best.terms.forEach(open::remove);
            }
        }
        List<String> all = cut(text);
        return chosen.stream().map(all::get).map(Excerpts::ended).collect(Collectors.joining());
    }

    /** Its first characters: what was said earlier is only leaned on. */
    static String head(String text) {
        return text.length() <= LENGTH ? text : text.substring(0, wholeCharacters(text, LENGTH));
    }

    /** Of equals the one that asks, then the first. */
    private static Sentence best(List<Sentence> left, Map<String, Double> open) {
        Sentence best = left.getFirst();
        double most = best.says(open);
        for (Sentence other : left) {
            double says = other.says(open);
            if (says > most || says == most && other.asks && !best.asks) {
                best = other;
                most = says;
            }
        }
        return best;
    }

    private List<Sentence> sentences(String text) {
        List<String> all = cut(text);
        var sentences = new ArrayList<Sentence>();
        var seen = new HashSet<String>();
        for (int i = 0; i < all.size(); i++) {
            String plain = TurnPatterns.plain(all.get(i));
            if (!TurnPatterns.words(plain).isEmpty() && seen.add(plain)) {
                sentences.add(new Sentence(i, all.get(i), terms(plain), phrases.asks(plain)));
            }
        }
        return sentences;
    }

    private static Set<String> terms(String plain) {
        var terms = new LinkedHashSet<String>();
        LATIN.matcher(plain).results().forEach(it -> terms.add(it.group()));
        for (int i = 0; i + 2 <= plain.length(); i++) {
            if (isHan(plain.charAt(i)) && isHan(plain.charAt(i + 1))) {
                terms.add(plain.substring(i, i + 2));
            }
        }
        return terms;
    }

    /** At the ends of sentences; what goes on for longer, at a comma, or wherever it must be. */
    private static List<String> cut(String text) {
        var sentences = new ArrayList<String>();
        int begin = 0;
        int pause = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean ends = ENDS.indexOf(text.charAt(i)) >= 0;
            if (PAUSES.indexOf(text.charAt(i)) >= 0) {
                pause = i + 1;
            }
            if (ends || i + 1 - begin >= LONGEST_SENTENCE) {
                int end = ends ? i + 1 : pause > begin ? pause : wholeCharacters(text, i + 1);
                sentences.add(text.substring(begin, end));
                begin = end;
                i = end - 1;
            }
        }
        sentences.add(text.substring(begin));
        return sentences;
    }

    /** Not between the halves of a surrogate pair. */
    private static int wholeCharacters(String text, int end) {
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }

    private static String ended(String sentence) {
        char last = sentence.charAt(sentence.length() - 1);
        return ENDS.indexOf(last) >= 0 || PAUSES.indexOf(last) >= 0 ? sentence : sentence + "，";
    }

    private static boolean isHan(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }
}
