package dev.yiwen.knowledge.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.knowledge.KnowledgeTrial.Kind;
import dev.yiwen.knowledge.KnowledgeTrial.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExpectationTest {
    private static final Outcome ANSWERED = new Outcome(Kind.ANSWER, List.of("billing/late-fee"), 0.9, List.of());
    private static final Outcome BOTH =
            new Outcome(Kind.ANSWER, List.of("billing/late-fee", "billing/invoice"), 0.9, List.of());
    private static final Outcome ASKED_BACK = new Outcome(Kind.CLARIFY, List.of(), 0.3, List.of());
    private static final Outcome HANDED_OVER = new Outcome(Kind.HANDOFF, List.of(), 0, List.of());

    @Test
    void an_article_is_met_by_itself_alone() {
        var expected = Expectation.of("billing/late-fee");
        assertThat(expected.isMetBy(ANSWERED)).isTrue();
        assertThat(expected.isMetBy(BOTH)).isFalse();
        assertThat(expected.isMetBy(ASKED_BACK)).isFalse();
        assertThat(Expectation.of("billing/invoice").isMetBy(ANSWERED)).isFalse();
    }

    @Test
    void to_abstain_is_whatever_answers_nothing() {
        var expected = Expectation.of("abstain");
        assertThat(expected.isMetBy(ASKED_BACK)).isTrue();
        assertThat(expected.isMetBy(HANDED_OVER)).isTrue();
        assertThat(expected.isMetBy(ANSWERED)).isFalse();
    }

    @Test
    void a_human_is_met_by_a_handoff_alone() {
        var expected = Expectation.of("human");
        assertThat(expected.isMetBy(HANDED_OVER)).isTrue();
        assertThat(expected.isMetBy(ASKED_BACK)).isFalse();
    }

    @Test
    void what_came_is_said_in_the_words_of_what_was_expected() {
        assertThat(Expectation.word(ANSWERED)).isEqualTo("billing/late-fee");
        assertThat(Expectation.word(HANDED_OVER)).isEqualTo("human");
        assertThat(Expectation.word(ASKED_BACK)).isEqualTo("clarify");
        assertThat(Expectation.of("human").word()).isEqualTo("human");
    }
}
