package dev.yiwen.retrieval.ranking;

import dev.yiwen.retrieval.embedding.TokenAlignment;
import dev.yiwen.retrieval.index.LexicalIndex;
import dev.yiwen.retrieval.index.Passage;
import dev.yiwen.retrieval.text.Normaliser;
import dev.yiwen.retrieval.text.OutOfVocabulary;
import dev.yiwen.retrieval.text.Terms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What tells whether the first candidate answers the query; {@link #NAMES} names the values.
 *
 * @param profile by what the articles that competed are known
 * @param outOfVocabulary whether the query is about names that no article says ({@link OutOfVocabulary})
 */
public record MatchSignals(Profile profile, List<Double> values, boolean outOfVocabulary) {

    /**
     * The {@link MatchFeatures} as they are and standardised among the shortlist · how far the score is ahead of the next
     * article's · the share that a softmax over the shortlist gives it · the score itself · rarity of the words in common, of
     * those that only the query has, and of those that only the passage has
     */
    private static final List<String> MULTIPLIED_NAMES = Stream.of(
                    MatchFeatures.NAMES.stream(),
                    MatchFeatures.NAMES.stream().map(it -> it + "Standard"),
                    Stream.of("lead", "share", "score", "sharedWords", "queryWords", "passageWords"))
            .flatMap(it -> it)
            .toList();

    /** The first so many are also multiplied with each other. */
    static final int MULTIPLIED = MULTIPLIED_NAMES.size();

    /** After them the {@link TokenAlignment} of tokens. */
    public static final List<String> NAMES = Stream.concat(MULTIPLIED_NAMES.stream(), Stream.of("paired", "mutual"))
            .toList();

    public MatchSignals {
        values = List.copyOf(values);
    }

    /** {@code ranked}, best first, must not be empty. */
    static MatchSignals of(SearchText query, List<Ranker.Ranked> ranked, Profile profile, LexicalIndex words) {
        var top = ranked.getFirst();
        double next = ranked.size() > 1 ? ranked.get(1).score() : top.score();
        double total = ranked.stream()
                .mapToDouble(it -> Math.exp(it.score() - top.score()))
                .sum();
        var values = new ArrayList<Double>(NAMES.size());
        add(values, top.features());
        add(values, top.standardised());
        values.add(top.score() - next);
        values.add(1 / total);
        values.add(top.score());
        var passage = main(top);
        addWords(values, query.terms(), passage, words);
        var alignment = TokenAlignment.of(query.tokens(), passage.tokens());
        add(values, alignment.paired(), alignment.mutual());
        return new MatchSignals(profile, values, OutOfVocabulary.names(query.terms(), words));
    }

    /** By name, for people. */
    public Map<String, Double> named() {
        var named = new LinkedHashMap<String, Double>();
        for (int i = 0; i < values.size(); i++) {
            named.put(NAMES.get(i), values.get(i));
        }
        return named;
    }

    private static Passage main(Ranker.Ranked top) {
        var question = top.entry().question();
        return (question == null ? top.entry().best() : question).row().passage();
    }

    private static void addWords(List<Double> values, List<String> query, Passage passage, LexicalIndex words) {
        Set<String> asked = new HashSet<>(query);
        Set<String> said = new HashSet<>(Terms.ofDocument(Normaliser.text(passage.text())));
        double shared = 0;
        double askedOnly = 0;
        double saidOnly = 0;
        for (String term : asked) {
            if (said.contains(term)) {
                shared += words.rarity(term);
            } else {
                askedOnly += words.rarity(term);
            }
        }
        for (String term : said) {
            saidOnly += asked.contains(term) ? 0 : words.rarity(term);
        }
        values.add(shared);
        values.add(askedOnly);
        values.add(saidOnly);
    }

    private static void add(List<Double> values, double... more) {
        for (double it : more) {
            values.add(it);
        }
    }
}
