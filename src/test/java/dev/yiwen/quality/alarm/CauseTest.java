package dev.yiwen.quality.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.quality.alarm.Surges.Surge;
import java.util.List;
import org.junit.jupiter.api.Test;

class CauseTest {
    private static final AlarmStream CELL = new AlarmStream(AlarmRule.CONTACTS, "network", "广东省");
    private static final AlarmStream TOPIC = new AlarmStream(AlarmRule.CONTACTS, "network", "");
    private static final AlarmStream ALL = AlarmStream.of(AlarmRule.CONTACTS);

    @Test
    void an_outage_in_one_province_rings_once_where_it_is() {
        // What is more in the sums is what is more in the cell.
        var causes = Cause.of(List.of(surge(CELL, 90, 5), surge(TOPIC, 120, 35), surge(ALL, 385, 300)));

        assertThat(causes).hasSize(1);
        assertThat(causes.getFirst().shown().stream()).isEqualTo(CELL);
        assertThat(causes.getFirst().also()).containsExactly(TOPIC, ALL);
    }

    @Test
    void what_rises_everywhere_rings_once_in_the_sum() {
        var other = new AlarmStream(AlarmRule.CONTACTS, "network", "四川省");
        var causes = Cause.of(List.of(surge(TOPIC, 300, 100), surge(CELL, 32, 10), surge(other, 28, 10)));

        assertThat(causes).hasSize(1);
        assertThat(causes.getFirst().shown().stream()).isEqualTo(TOPIC);
    }

    @Test
    void what_chance_leaves_of_a_small_sum_is_no_second_cause() {
        assertThat(Cause.of(List.of(surge(CELL, 30, 2.1), surge(ALL, 34, 3.1)))).hasSize(1);
    }

    @Test
    void a_cell_that_rises_far_beyond_its_sum_is_a_cause_of_its_own() {
        var causes = Cause.of(List.of(surge(TOPIC, 300, 150), surge(CELL, 120, 5)));

        assertThat(causes).extracting(it -> it.shown().stream()).containsExactly(TOPIC, CELL);
    }

    @Test
    void a_sum_that_rises_beyond_what_its_cell_brought_is_a_cause_of_its_own() {
        var causes = Cause.of(List.of(surge(CELL, 90, 5), surge(TOPIC, 300, 35)));

        assertThat(causes).hasSize(2);
    }

    @Test
    void other_counts_of_the_same_go_with_it_and_those_of_elsewhere_do_not() {
        var complaints = new AlarmStream(AlarmRule.COMPLAINTS, "network", "");
        var elsewhere = new AlarmStream(AlarmRule.COMPLAINTS, "billing", "四川省");
        var causes = Cause.of(List.of(surge(CELL, 90, 5), surge(complaints, 20, 2), surge(elsewhere, 15, 1)));

        assertThat(causes).extracting(it -> it.shown().stream()).containsExactly(CELL, elsewhere);
        assertThat(causes.getFirst().also()).containsExactly(complaints);
    }

    private static Surge<AlarmStream> surge(AlarmStream stream, int count, double expected) {
        return new Surge<>(stream, count, expected, 1e-6);
    }
}
