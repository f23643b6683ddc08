package dev.yiwen.retrieval.ranking;

import dev.yiwen.retrieval.embedding.LateInteraction;
import dev.yiwen.retrieval.embedding.TokenAlignment;
import dev.yiwen.retrieval.embedding.Vectors;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * What tells whether two questions ask the same, the same from either side; {@link #NAMES} names the values.
 *
 * @param hasTokens whether the model told the tokens of both; without them five of the values say nothing
 */
public record QuestionPair(List<Double> values, boolean hasTokens) {
    /** Those that a model without tokens tells too come first. */
    public static final List<String> NAMES = List.of(
            "cosine",
            "characters",
            "sharedWords",
            "otherWords",
            "sharedCodes",
            "otherCodes",
            "conflict",
            "agreement",
            "paired",
            "mutual");

    static final int WITHOUT_TOKENS = 7;

    public QuestionPair {
        values = List.copyOf(values);
    }

    /**
     * @param agreement of the one's tokens with the other's
     * @param rarity of a word in what articles say
     */
    public static QuestionPair of(
            SearchText one, SearchText other, LateInteraction.Agreement agreement, ToDoubleFunction<String> rarity) {
        var mine = one.shape();
        var theirs = other.shape();
        int codes = mine.codesShared(theirs);
        var alignment = TokenAlignment.of(one.tokens(), other.tokens());
        Set<String> words = new HashSet<>(one.terms());
        Set<String> otherWords = new HashSet<>(other.terms());
        boolean conflict = mine.definite()
                        .conflict(theirs.definite(), List.of())
                        .isPresent()
                || theirs.definite().conflict(mine.definite(), List.of()).isPresent();
        return new QuestionPair(
                List.of(
                        (double) Vectors.product(one.vector(), other.vector()),
                        mine.charactersShared(theirs),
                        sum(words, otherWords, true, rarity),
                        Math.max(sum(words, otherWords, false, rarity), sum(otherWords, words, false, rarity)),
                        (double) codes,
                        mine.codes().size() + theirs.codes().size() - 2.0 * codes,
                        conflict ? 1.0 : 0.0,
                        Math.min(agreement.forward(), agreement.backward()),
                        alignment.paired(),
                        alignment.mutual()),
                one.tokens().count() > 0 && other.tokens().count() > 0);
    }

    private static double sum(Set<String> words, Set<String> others, boolean shared, ToDoubleFunction<String> rarity) {
        return words.stream()
                .filter(it -> others.contains(it) == shared)
                .mapToDouble(rarity)
                .sum();
    }
}
