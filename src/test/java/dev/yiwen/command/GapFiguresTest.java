package dev.yiwen.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class GapFiguresTest {
    private static final List<String> STANDARDS = List.of("a", "a", "a", "b", "b", "c");

    @Test
    void groups_as_they_should_be_are_whole() {
        var figures = GapFigures.of(
                List.of(List.of(0, 1, 2), List.of(3, 4), List.of(5)), STANDARDS, Set.of("a", "b", "c"), 1);
        assertThat(figures).isEqualTo(new GapFigures(6, 3, 1, 1, 3, 3, 3));
    }

    @Test
    void a_wrong_companion_costs_precision_and_a_lost_one_recall() {
        // Pairs together: 3, of which a–a is right; pairs that should be: 3 + 1.
        var figures = GapFigures.of(
                List.of(List.of(0, 1, 3), List.of(2), List.of(4), List.of(5)), STANDARDS, Set.of("a", "b", "c"), 1);
        assertThat(figures.precision()).isEqualTo(1 / 3.0);
        assertThat(figures.recall()).isEqualTo(1 / 4.0);
        assertThat(figures.found()).isEqualTo(3);
    }

    @Test
    void single_questions_are_no_proposals_where_two_are_needed() {
        var figures = GapFigures.of(
                List.of(List.of(0, 1, 2), List.of(3), List.of(4), List.of(5)), STANDARDS, Set.of("a", "b"), 2);
        assertThat(figures.proposed()).isEqualTo(1);
        assertThat(figures.found()).isEqualTo(1);
        assertThat(figures.missing()).isEqualTo(2);
    }
}
