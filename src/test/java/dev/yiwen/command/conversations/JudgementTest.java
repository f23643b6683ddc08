package dev.yiwen.command.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a turn is worth, by what was expected and what the bot did. */
final class JudgementTest {

    @Test
    void the_right_article_is_right() {
        var judged = judge(expecting("a/b"), List.of("a/b"), List.of(), "");

        assertThat(judged).isEqualTo(new Judgement(true, false, false, false, false));
    }

    @Test
    void an_article_outside_the_expected_ones_is_a_wrong_answer() {
        var judged = judge(expecting("a/b | clarify"), List.of("c/d"), List.of("a/b"), "");

        assertThat(judged).isEqualTo(new Judgement(false, true, false, false, false));
    }

    @Test
    void a_forbidden_article_is_the_opposite_too() {
        var judged = judge(turn(expecting("a/b"), List.of("c/d"), null), List.of("c/d"), List.of(), "");

        assertThat(judged).isEqualTo(new Judgement(false, true, true, false, false));
    }

    @Test
    void asking_back_is_of_use_with_the_right_question_among_the_offered_ones_only() {
        assertThat(judge(expecting("a/b"), List.of("clarify"), List.of("c/d", "a/b"), "")
                        .rightOrClarify())
                .isTrue();
        assertThat(judge(expecting("a/b"), List.of("clarify"), List.of("c/d"), "")
                        .rightOrClarify())
                .isFalse();
    }

    @Test
    void none_is_anything_but_an_article_or_a_person() {
        assertThat(judge(expecting("none"), List.of("smalltalk"), List.of(), "").rightOrClarify())
                .isTrue();
        assertThat(judge(expecting("none"), List.of("clarify"), List.of(), "").rightOrClarify())
                .isTrue();
        assertThat(judge(expecting("none"), List.of("a/b"), List.of(), "").wrongAnswer())
                .isTrue();
        assertThat(judge(expecting("none"), List.of("handoff"), List.of(), "").handedOver())
                .isTrue();
    }

    @Test
    void no_options_is_the_same_without_questions_to_tap() {
        assertThat(judge(expecting("no-options"), List.of("smalltalk"), List.of(), "")
                        .rightOrClarify())
                .isTrue();
        assertThat(judge(expecting("no-options"), List.of("clarify"), List.of("a/b"), "")
                        .rightOrClarify())
                .isFalse();
    }

    @Test
    void a_person_is_wrong_where_none_was_wanted_and_missed_where_only_one_was() {
        assertThat(judge(expecting("a/b"), List.of("handoff"), List.of(), "").handedOver())
                .isTrue();
        assertThat(judge(expecting("handoff"), List.of("clarify"), List.of(), "")
                        .notHandedOver())
                .isTrue();
        assertThat(judge(expecting("a/b | handoff"), List.of("handoff"), List.of(), ""))
                .isEqualTo(new Judgement(true, false, false, false, false));
    }

    @Test
    void of_several_questions_each_is_answered_offered_or_named_as_open() {
        var both = expecting("a/b", "c/d");

        assertThat(judge(both, List.of("c/d", "a/b"), List.of(), "").rightOrClarify())
                .isTrue();
        assertThat(judge(both, List.of("clarify"), List.of("a/b", "c/d"), "").rightOrClarify())
                .isTrue();
        assertThat(judge(both, List.of("a/b"), List.of(), "…。还有一个问题：过户").rightOrClarify())
                .isTrue();
        assertThat(judge(both, List.of("a/b"), List.of(), "…").rightOrClarify()).isFalse();
    }

    @Test
    void a_neighbour_is_no_wrong_answer_when_the_bot_says_that_what_was_asked_is_not_there() {
        var asked = turn(expecting("none"), List.of("a/2026"), "2024年");

        assertThat(judge(asked, List.of("a/2026"), List.of(), "2024 年的没有，有 2026 年的：…"))
                .isEqualTo(new Judgement(true, false, false, false, false));
        assertThat(judge(asked, List.of("a/2026"), List.of(), "活动到 6 月底。"))
                .isEqualTo(new Judgement(false, true, true, false, false));
    }

    private static Judgement judge(Script.Expected expected, List<String> got, List<String> offered, String heard) {
        return judge(turn(expected, List.of(), null), got, offered, heard);
    }

    private static Judgement judge(Script.Turn turn, List<String> got, List<String> offered, String heard) {
        return Judgement.of(turn, turn.expect(), got, offered, heard);
    }

    private static Script.Turn turn(Script.Expected expected, List<String> forbid, @Nullable String lacks) {
        return new Script.Turn("…", null, "plain", expected, List.of(), forbid, lacks);
    }

    private static Script.Expected expecting(String... parts) {
        return new Script.Expected(
                Arrays.stream(parts).map(part -> Set.of(part.split(" \\| "))).toList());
    }
}
