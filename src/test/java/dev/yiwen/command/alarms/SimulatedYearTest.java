package dev.yiwen.command.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatedYearTest {
    @ParameterizedTest
    @CsvSource({"5, 1.0, 1", "20, 1.5, 2", "0, 1.25, 3"})
    void rings_once_a_day_at_most_when_nothing_happens_and_finds_what_triples(
            double mean, double dispersion, long seed) {
        var rung = new SimulatedYear(mean, dispersion, seed).run(5);

        assertThat(rung.perDay()).as(rung.toString()).isLessThanOrEqualTo(1);
        assertThat(rung.tripled()).isGreaterThan(100);
        assertThat(rung.share()).as(rung.toString()).isGreaterThanOrEqualTo(0.6);
    }
}
