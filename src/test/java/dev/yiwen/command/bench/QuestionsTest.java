package dev.yiwen.command.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class QuestionsTest {

    @Test
    void no_question_is_asked_twice() {
        var questions = new Questions(List.of("怎么开发票", "宽带断了", "流量用完了"), 1);

        var asked = new ArrayList<String>();
        for (var visit = 0; visit < 500; visit++) {
            asked.addAll(questions.visit(3));
        }

        assertThat(asked).hasSize(1500).doesNotHaveDuplicates();
    }

    @Test
    void one_visitor_asks_about_different_things() {
        var questions = new Questions(List.of("怎么开发票", "宽带断了", "流量用完了"), 1);

        assertThat(questions.visit(3))
                .anyMatch(it -> it.contains("怎么开发票"))
                .anyMatch(it -> it.contains("宽带断了"))
                .anyMatch(it -> it.contains("流量用完了"));
    }

    @Test
    void popular_questions_stay_the_same() {
        var questions = new Questions(List.of("怎么开发票", "宽带断了", "流量用完了"), 1);

        assertThat(questions.popular(2)).isEqualTo(questions.popular(2));
    }

    @Test
    void the_95th_percentile_is_kept_by_95_of_100() {
        var sorted = new double[100];
        for (var i = 0; i < 100; i++) {
            sorted[i] = i + 1;
        }

        assertThat(sample(sorted, Duration.ofSeconds(10)).quantile(0.95)).isEqualTo(95);
    }

    @Test
    void the_median_round_is_the_one_with_the_median_throughput() {
        var slow = sample(new double[] {9}, Duration.ofSeconds(1));
        var middle = sample(new double[] {5, 5}, Duration.ofSeconds(1));
        var fast = sample(new double[] {1, 1, 1}, Duration.ofSeconds(1));

        assertThat(Sample.median(List.of(fast, slow, middle))).isSameAs(middle);
    }

    private static Sample sample(double[] sortedMs, Duration lasted) {
        return new Sample(1, sortedMs, sortedMs, 0, 0, 0, Instant.EPOCH, lasted);
    }
}
