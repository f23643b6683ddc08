package dev.yiwen.retrieval;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What tells whether the first candidate answers the query. All are cheap: they come from what the search computed anyway
 * and from the two texts.
 *
 * @param cosine similarity of meaning of query and best passage
 * @param likeness share of character pairs in common (Dice coefficient)
 * @param mass how much the query says: rarity-weighted terms, over the rarest possible term
 * @param stretch difference of the lengths, as the absolute logarithm of their ratio
 * @param lead how far the cosine is ahead of the next article's
 * @param articles how many articles compete, as a logarithm: the same likeness says more where few are alike
 * @param questionWords question words that one of the two has and the other has not: 怎么 against 多少
 * @param sharedCodes numbers and Latin words in common
 * @param otherCodes numbers and Latin words that only one of the two has: 4g against 5g
 */
public record MatchSignals(
        double cosine,
        double likeness,
        double mass,
        double stretch,
        double lead,
        double articles,
        double questionWords,
        double sharedCodes,
        double otherCodes) {

    static final List<String> NAMES = List.of(
            "cosine", "likeness", "mass", "stretch", "lead", "articles", "questionWords", "sharedCodes", "otherCodes");

    private static final List<String> QUESTION_WORDS = List.of(
            "怎么", "如何", "什么", "哪", "多少", "几", "为什么", "为啥", "吗", "谁", "多久", "能", "可以", "是不是", "有没有", "区别", "意思", "好");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}_]+");
    private static final Pattern CODE = Pattern.compile("\\d+|[a-z]+");

    /** {@code candidates}, best first, must not be empty; {@code words} is what the lexical index said. */
    static MatchSignals of(String query, LexicalIndex.Scores words, List<Candidate> candidates) {
        Candidate top = candidates.getFirst();
        double next =
                candidates.stream().skip(1).mapToDouble(Candidate::dense).max().orElse(0);
        String asked = words(query);
        Set<String> askedPairs = pairs(asked);
        // A passage may be a piece of the answer; then the title says better what the article is asked for.
        String answered = Stream.of(top.passage(), top.title())
                .map(Normaliser::text)
                .max((a, b) -> Double.compare(dice(askedPairs, pairs(words(a))), dice(askedPairs, pairs(words(b)))))
                .orElse("");
        String answeredWords = words(answered);
        Set<String> askedCodes = codes(query);
        Set<String> answeredCodes = codes(answered);
        long shared = askedCodes.stream().filter(answeredCodes::contains).count();
        return new MatchSignals(
                top.dense(),
                dice(askedPairs, pairs(answeredWords)),
                words.mass(),
                Math.abs(Math.log((asked.length() + 1.0) / (answeredWords.length() + 1.0))),
                top.dense() - next,
                Math.log(Math.max(1, words.articles())),
                QUESTION_WORDS.stream()
                        .filter(it -> asked.contains(it) != answeredWords.contains(it))
                        .count(),
                shared,
                askedCodes.size() + answeredCodes.size() - 2.0 * shared);
    }

    double[] values() {
        return new double[] {cosine, likeness, mass, stretch, lead, articles, questionWords, sharedCodes, otherCodes};
    }

    private static String words(String normalised) {
        return NOT_WORD.matcher(normalised).replaceAll("");
    }

    private static double dice(Set<String> a, Set<String> b) {
        long shared = a.stream().filter(b::contains).count();
        return 2.0 * shared / Math.max(1, a.size() + b.size());
    }

    private static Set<String> pairs(String words) {
        var pairs = new HashSet<String>();
        for (int i = 0; i + 2 <= words.length(); i++) {
            pairs.add(words.substring(i, i + 2));
        }
        return pairs;
    }

    private static Set<String> codes(String normalised) {
        var codes = new HashSet<String>();
        var found = CODE.matcher(normalised);
        while (found.find()) {
            codes.add(found.group());
        }
        return codes;
    }
}
