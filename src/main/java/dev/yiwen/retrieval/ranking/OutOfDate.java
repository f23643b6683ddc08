package dev.yiwen.retrieval.ranking;

import dev.yiwen.reading.Slot;
import dev.yiwen.reading.SlotConflict;
import dev.yiwen.retrieval.index.LexicalIndex;
import dev.yiwen.retrieval.index.PassageRow;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is not valid today, an offer that has ended or is still to come, and would be found if it were: whoever asks for it is
 * not helped by its neighbour. Only where it says a word of the query that the neighbour does not: this year's prices answer
 * for last year's, if nobody says which.
 */
public final class OutOfDate {
    /** By how much less alike than what is valid it may be, as a cosine. */
    private static final double WITHIN = 0.1;

    private OutOfDate() {}

    /** Those that are worth comparing with what is valid. */
    public static List<PassageRow> near(List<PassageRow> outOfDate, List<PassageRow> valid) {
        double nearest = valid.stream().mapToDouble(PassageRow::cosine).max().orElse(-1);
        return outOfDate.stream().filter(it -> it.cosine() >= nearest - WITHIN).toList();
    }

    /**
     * What the query asks for that of the two only the other says.
     *
     * @param valid the first that is valid
     * @param first the one that would come before it
     */
    static Optional<SlotConflict> conflict(
            SearchText query, Ranker.Ranked valid, Ranker.Ranked first, LexicalIndex words) {
        var asked = WordSubstitution.words(query.text());
        return IntStream.range(0, asked.size())
                .filter(i -> tells(asked.get(i)))
                .filter(i -> WordSubstitution.says(first, asked.get(i)) && !WordSubstitution.says(valid, asked.get(i)))
                .boxed()
                .max(Comparator.comparingDouble(i -> words.rarity(asked.get(i))))
                .map(i -> new SlotConflict(
                        Slot.Kind.WORD,
                        named(asked, i),
                        List.of(valid.entry().best().row().title())));
    }

    private static boolean tells(String word) {
        return word.length() > 1 && !WordSubstitution.isFunction(word)
                || word.chars().allMatch(Character::isDigit);
    }

    /** A number with what it counts. */
    private static String named(List<String> words, int at) {
        boolean number = words.get(at).chars().allMatch(Character::isDigit);
        return number && at + 1 < words.size() ? words.get(at) + words.get(at + 1) : words.get(at);
    }
}
