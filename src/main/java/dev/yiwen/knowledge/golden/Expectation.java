package dev.yiwen.knowledge.golden;

import dev.yiwen.knowledge.KnowledgeTrial.Kind;
import dev.yiwen.knowledge.KnowledgeTrial.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must come of a golden question.
 *
 * @param article slug of what must answer; null unless an article must
 */
public record Expectation(Way way, @Nullable String article) {
    private static final String ABSTAIN = "abstain";
    private static final String HUMAN = "human";

    public enum Way {
        /** One article answers, and none beside it that is not wanted. */
        ARTICLE,
        /** Nothing is answered: the bot asks back, says that it has nothing, or hands over. */
        ABSTAIN,
        /** A human takes over. */
        HUMAN
    }

    public static Expectation article(String slug) {
        return new Expectation(Way.ARTICLE, slug);
    }

    /** {@code abstain}, {@code human}, or the slug of an article. */
    public static Expectation of(String word) {
        return switch (word) {
            case ABSTAIN -> new Expectation(Way.ABSTAIN, null);
            case HUMAN -> new Expectation(Way.HUMAN, null);
            default -> article(word);
        };
    }

    public String word() {
        return switch (way) {
            case ARTICLE -> String.valueOf(article);
            case ABSTAIN -> ABSTAIN;
            case HUMAN -> HUMAN;
        };
    }

    public boolean isMetBy(Outcome outcome) {
        return switch (way) {
            case ARTICLE -> article != null && outcome.articles().equals(List.of(article));
            case ABSTAIN -> outcome.kind() != Kind.ANSWER;
            case HUMAN -> outcome.kind() == Kind.HANDOFF;
        };
    }

    /** What came instead, in the same words: a slug, or what the bot did. */
    public static String word(Outcome outcome) {
        return switch (outcome.kind()) {
            case ANSWER -> String.join(" ", outcome.articles());
            case HANDOFF -> HUMAN;
            case CLARIFY -> "clarify";
            case SMALLTALK -> "smalltalk";
        };
    }
}
