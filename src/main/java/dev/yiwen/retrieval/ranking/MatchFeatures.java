package dev.yiwen.retrieval.ranking;

import dev.yiwen.retrieval.embedding.LateInteraction;
import dev.yiwen.retrieval.index.PassageRow;
import java.util.List;

/** What one comparison of a query with a passage says, as numbers; their order is that of {@link #NAMES}. */
final class MatchFeatures {
    /**
     * cosine of the texts' vectors · BM25 · late interaction from query to passage, back, and of the two tokens that fare
     * worst each way · shares of pairs of characters and of characters in common · length of the passage and difference of
     * the lengths, as logarithms · numbers and Latin words in common, and those that one lacks
     */
    static final List<String> NAMES = List.of(
            "cosine",
            "lexical",
            "forward",
            "backward",
            "forwardWeakest",
            "backwardWeakest",
            "pairs",
            "characters",
            "length",
            "stretch",
            "sharedCodes",
            "otherCodes");

    static final int COUNT = 12;

    private MatchFeatures() {}

    static double[] of(SearchText query, PassageRow row, double lexical, LateInteraction.Agreement agreement) {
        var asked = query.shape();
        var said = row.passage().shape();
        int shared = asked.codesShared(said);
        return new double[] {
            row.cosine(),
            lexical,
            agreement.forward(),
            agreement.backward(),
            agreement.forwardWeakest(),
            agreement.backwardWeakest(),
            asked.pairsShared(said),
            asked.charactersShared(said),
            Math.log(1.0 + said.length()),
            Math.abs(Math.log((asked.length() + 1.0) / (said.length() + 1.0))),
            shared,
            asked.codes().size() + said.codes().size() - 2.0 * shared
        };
    }
}
