package dev.yiwen.quality.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DayLookTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final AlarmStream ALL = AlarmStream.of(AlarmRule.CONTACTS);
    private static final AlarmStream TOPIC = new AlarmStream(AlarmRule.CONTACTS, "lamps", "");
    private static final AlarmStream CELL = new AlarmStream(AlarmRule.CONTACTS, "lamps", "广东省");

    @Test
    void of_streams_that_show_the_same_the_narrowest_is_told() {
        var found = look(Map.of(ALL, days(2, 30), TOPIC, days(2, 30), CELL, days(2, 30)));

        assertThat(found.causes()).hasSize(1);
        assertThat(found.causes().getFirst().shown().stream()).isEqualTo(CELL);
    }

    @Test
    void a_usual_day_is_silent_and_so_is_one_with_too_little_before_it() {
        assertThat(look(Map.of(ALL, days(20, 22), TOPIC, days(2, 3))).causes()).isEmpty();
        var young = Map.of(ALL, days(2, 30).subList(Expected.DAYS - 20, Expected.DAYS + 1));
        assertThat(look(young).causes()).isEmpty();
        assertThat(look(young).streams()).isZero();
    }

    @Test
    void what_is_a_little_more_each_day_rings_in_the_end_and_begins_anew() {
        Map<AlarmStream, SlowRise> rises = new HashMap<>();
        int rung = 0;
        for (int day = 0; day < 14; day++) {
            var found = DayLook.at(DAY, Map.of(ALL, days(100, 125)), rises);
            rises = found.rises();
            rung += found.rising().size();
        }
        assertThat(rung).isBetween(1, 3);
    }

    private static DayLook.Found look(Map<AlarmStream, List<DayCount>> days) {
        return DayLook.at(DAY, days, Map.of());
    }

    /** Eight weeks, and the day itself. */
    private static List<DayCount> days(int usual, int today) {
        return IntStream.rangeClosed(0, Expected.DAYS)
                .mapToObj(i -> new DayCount(DAY.minusDays(Expected.DAYS - i), i == Expected.DAYS ? today : usual, 1))
                .toList();
    }
}
