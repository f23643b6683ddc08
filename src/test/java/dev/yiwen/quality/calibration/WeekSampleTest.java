package dev.yiwen.quality.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.quality.calibration.CalibrationCandidate.Signs;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WeekSampleTest {
    @Test
    void the_first_that_were_judged_stand_for_all_and_the_most_doubtful_of_the_rest_for_themselves() {
        var all = List.of(of(1, null, 0.9), of(2, 1, 0.1), of(3, 2, 0.2), of(4, 1, 0.4), of(5, 1, 0), of(6, 1, 0.4));
        var sample = WeekSample.of(all, 2, 3);
        assertThat(sample.random()).containsExactly(all.get(1), all.get(2));
        assertThat(sample.doubtful()).containsExactly(all.get(0), all.get(3), all.get(5));
        assertThat(WeekSample.of(all, 2, 3)).isEqualTo(sample);
    }

    @Test
    void what_is_in_no_doubt_is_not_drawn_as_doubtful() {
        var all = IntStream.range(0, 9).mapToObj(it -> of(it, 1, 0)).toList();
        assertThat(WeekSample.of(all, 3, 3).doubtful()).isEmpty();
        assertThat(WeekSample.of(List.of(), 3, 3).random()).isEmpty();
    }

    @Test
    void doubt_is_where_little_was_judged_a_score_is_near_its_threshold_or_machines_and_customers_differ() {
        var sure = new Signs(false, 1, 100.0, 0.02, 5, false);
        assertThat(sure.doubt()).isLessThan(0.1);
        assertThat(new Signs(false, 0.3, 100.0, null, null, false).doubt()).isGreaterThan(0.6);
        assertThat(new Signs(false, 1, 62.0, null, null, false).doubt()).isGreaterThan(0.8);
        assertThat(new Signs(false, 1, 100.0, 0.95, 5, false).doubt()).isGreaterThan(0.8);
        assertThat(new Signs(false, 1, 100.0, 0.05, 1, false).doubt()).isGreaterThan(0.8);
        assertThat(new Signs(false, 1, 100.0, 0.5, null, false).doubt()).isGreaterThan(0.9);
        assertThat(new Signs(true, 1, null, null, null, false).doubt()).isGreaterThan(0.8);
        assertThat(new Signs(false, 1, null, null, null, true).doubt()).isEqualTo(1);
    }

    private static CalibrationCandidate of(int number, @Nullable Integer machine, double doubt) {
        return new CalibrationCandidate(new UUID(0, number), "bot", machine, doubt);
    }
}
