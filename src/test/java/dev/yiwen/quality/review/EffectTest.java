package dev.yiwen.quality.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffectTest {
    private static final LocalDate END = LocalDate.of(2026, 5, 20);

    @Test
    void as_many_days_are_compared_before_as_after_and_whole_weeks_once_there_are_any() {
        assertThat(Effect.days(END, END)).isZero();
        assertThat(Effect.days(END, END.minusDays(3))).isZero();
        assertThat(Effect.days(END, END.plusDays(6))).isEqualTo(6);
        assertThat(Effect.days(END, END.plusDays(13))).isEqualTo(7);
        assertThat(Effect.days(END, END.plusDays(300))).isEqualTo(28);
    }

    @Test
    void the_day_of_the_last_measure_counts_on_neither_side() {
        var days = END.minusDays(10)
                .datesUntil(END.plusDays(11))
                .map(day -> day.equals(END)
                        ? new ShareDay(day, 500, 500)
                        : new ShareDay(day, 10, day.isBefore(END) ? 4 : 1))
                .toList();

        var effect = Effect.of(days, END, END.plusDays(8)).orElseThrow();

        assertThat(effect.days()).isEqualTo(7);
        assertThat(effect.before().n()).isEqualTo(70);
        assertThat(effect.before().hits()).isEqualTo(28);
        assertThat(effect.after().hits()).isEqualTo(7);
        // Wilson for 7 of 70, computed by hand.
        assertThat(effect.after().low()).isCloseTo(0.0493, within(0.0005));
        assertThat(effect.after().high()).isCloseTo(0.1922, within(0.0005));
    }

    @Test
    void of_nothing_nothing_is_known() {
        var effect = Effect.of(List.of(), END, END.plusDays(3)).orElseThrow();

        assertThat(effect.after()).isEqualTo(new Interval(0, 0, 0, 1));
    }
}
