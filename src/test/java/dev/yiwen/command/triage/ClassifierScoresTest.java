package dev.yiwen.command.triage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ClassifierScoresTest {
    private final ClassifierScores figures = new ClassifierScores();

    @Test
    void counts_what_was_said_and_found_from_the_threshold_on() {
        figures.add(0.9, true);
        figures.add(0.8, false);
        figures.add(0.5, true);
        figures.add(0.2, true);
        figures.add(0.1, false);

        assertThat(figures.asMap("set", 0.5))
                .containsEntry("n", 5)
                .containsEntry("precision", 0.667)
                .containsEntry("recall", 0.667)
                .containsEntry("f1", 0.667);
    }

    @Test
    void takes_a_tie_for_half_right() {
        figures.add(0.5, true);
        figures.add(0.5, false);

        assertThat(figures.auc()).isEqualTo(0.5);
    }

    @Test
    void is_one_when_every_angry_line_is_above_the_others() {
        figures.add(0.2, false);
        figures.add(0.7, true);
        figures.add(0.1, false);
        figures.add(0.9, true);

        assertThat(figures.auc()).isEqualTo(1);
    }

    @Test
    void allows_one_false_alarm_in_ten() {
        for (int i = 0; i < 10; i++) {
            figures.add(i / 10.0, false);
        }
        figures.add(0.85, true);
        figures.add(0.75, true);

        assertThat(figures.recallAtFalseAlarms()).isEqualTo(0.5);
    }
}
