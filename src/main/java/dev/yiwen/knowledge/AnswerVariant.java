package dev.yiwen.knowledge;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Other words for the same answer, for some of those who ask. It says nothing to the search: that goes by the question, the
 * phrasings and the base answer, so that it finds the same for everybody.
 *
 * @param minTier the lowest tier of customers that hears it, 1 to 9; 0 for everybody
 * @param answer Markdown, or the words to say
 */
public record AnswerVariant(AnswerChannel channel, int minTier, String answer) {
    static final int HIGHEST_TIER = 9;
    static final int MOST = 20;

    private static final Comparator<AnswerVariant> ORDER =
            Comparator.comparing(AnswerVariant::channel).thenComparingInt(AnswerVariant::minTier);

    public AnswerVariant {
        // A request may leave them out.
        channel = Objects.requireNonNullElse(channel, AnswerChannel.ANY);
        answer = Objects.requireNonNullElse(answer, "").strip();
    }

    /** Whom it is for, whatever it says. */
    public record Key(AnswerChannel channel, int minTier) {}

    public Key key() {
        return new Key(channel, minTier);
    }

    /** In one order, without those that say nothing: for them the base answer is used. */
    static List<AnswerVariant> sorted(@Nullable List<AnswerVariant> variants) {
        return variants == null
                ? List.of()
                : variants.stream()
                        .filter(Objects::nonNull)
                        .filter(it -> !it.answer.isEmpty())
                        .sorted(ORDER)
                        .toList();
    }

    /**
     * The one that fits closest; empty for the base answer. How something is said comes before who hears it: what is read out
     * to a valued customer is still a sentence to say. Of what fits the channel alike, the highest tier that is reached counts.
     */
    static Optional<AnswerVariant> closest(List<AnswerVariant> variants, Addressee addressee) {
        return variants.stream()
                .filter(it -> it.channel == AnswerChannel.ANY || it.channel == addressee.channel())
                .filter(it -> it.minTier <= addressee.tier())
                .max(Comparator.<AnswerVariant, Boolean>comparing(it -> it.channel != AnswerChannel.ANY)
                        .thenComparingInt(AnswerVariant::minTier));
    }

    /** What keeps them from being saved, in words; empty when nothing does. */
    static Optional<String> fault(List<AnswerVariant> variants, int longest) {
        if (variants.size() > MOST) {
            return Optional.of("there are more than " + MOST + " variants of the answer");
        }
        var keys = new HashSet<Key>();
        for (var it : variants) {
            var name = it.channel.key() + (it.minTier > 0 ? " from tier " + it.minTier : "");
            if (it.minTier < 0 || it.minTier > HIGHEST_TIER) {
                return Optional.of("a variant's tier must be 0 to " + HIGHEST_TIER);
            }
            if (it.channel == AnswerChannel.ANY && it.minTier == 0) {
                return Optional.of("a variant for everybody is the answer itself");
            }
            if (!keys.add(it.key())) {
                return Optional.of("there are two variants for " + name);
            }
            if (it.answer.length() > longest) {
                return Optional.of("the variant for " + name + " is longer than " + longest + " characters");
            }
        }
        return Optional.empty();
    }
}
