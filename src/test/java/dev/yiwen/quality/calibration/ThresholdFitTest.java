package dev.yiwen.quality.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.quality.calibration.ThresholdFit.Limit;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdFitTest {
    @Test
    void neighbours_of_counts_and_multiples_of_times_are_tried_with_what_there_is() {
        assertThat(ThresholdFit.around(2, true)).containsExactly(0.0, 1.0, 2.0, 3.0, 4.0, 5.0);
        assertThat(ThresholdFit.around(60, false)).contains(15.0, 60.0, 90.0, 240.0);
    }

    @Test
    void the_fewest_wrong_is_proposed_and_of_equals_the_nearest() {
        var tried = List.of(new Limit(15, 9), new Limit(60, 5), new Limit(90, 2), new Limit(120, 2), new Limit(240, 4));
        assertThat(ThresholdFit.better(60, tried)).isEqualTo(new Limit(90, 2));
    }

    @Test
    void nothing_is_proposed_that_is_no_better() {
        assertThat(ThresholdFit.better(60, List.of(new Limit(15, 3), new Limit(60, 3), new Limit(90, 3))))
                .isNull();
    }
}
