package dev.yiwen.quality.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;

class ExpectedTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void of_a_rate_that_is_known_well_a_tail_is_poissons() {
        var expected = new Expected(5, 5, 1);

        for (int count = 0; count < 20; count++) {
            double poisson = 1 - new PoissonDistribution(5).cumulativeProbability(count - 1);
            assertThat(expected.tail(count)).isCloseTo(poisson, within(1e-5));
        }
    }

    @Test
    void more_spread_makes_many_less_surprising() {
        assertThat(new Expected(5, 10, 2).tail(12)).isGreaterThan(3 * new Expected(5, 5, 1).tail(12));
    }

    @Test
    void of_too_little_history_nothing_is_said() {
        var month = days(Expected.LEAST_DAYS - 1, i -> 4);

        assertThat(Expected.on(today(), month, CommonCourse.even())).isEmpty();
        assertThat(Expected.on(today(), days(Expected.LEAST_DAYS, i -> 4), CommonCourse.even()))
                .isPresent();
    }

    @Test
    void a_holiday_says_nothing_of_usual_days_and_a_day_of_an_incident_little() {
        var usual = days(Expected.DAYS, i -> 4);
        var holiday = IntStream.range(0, usual.size())
                .mapToObj(i -> i == 10 ? new DayCount(usual.get(i).day(), 400, 0) : usual.get(i))
                .toList();
        var incident = IntStream.range(0, usual.size())
                .mapToObj(i -> i == 10 ? new DayCount(usual.get(i).day(), 60, 0.1) : usual.get(i))
                .toList();

        assertThat(mean(holiday)).isCloseTo(mean(usual), within(0.05));
        assertThat(mean(incident)).isCloseTo(mean(usual), within(0.2));
    }

    @Test
    void weekdays_differ_as_they_do_in_all_streams() {
        // Twice as much on Mondays.
        var stream = days(Expected.DAYS, i -> i % 7 == 0 ? 14 : 7);

        var expected = Expected.on(
                        new DayCount(MONDAY, 14, 1), stream, CommonCourse.of(List.of(stream, stream, stream)))
                .orElseThrow();

        assertThat(expected.mean()).isCloseTo(14, within(1.5));
        assertThat(expected.tail(14)).isGreaterThan(0.3);
    }

    @Test
    void of_many_streams_those_are_believed_that_the_share_of_false_ones_allows() {
        // The example of the paper: four of fifteen.
        var tails = new double[] {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1
        };

        assertThat(FalseDiscoveries.threshold(tails, 0.05)).isEqualTo(0.0095);
        assertThat(FalseDiscoveries.threshold(new double[] {0.5, 0.9}, 0.05)).isZero();
    }

    @Test
    void one_stream_alone_does_not_ring_because_it_is_alone() {
        var usual = new Expected(2.7, 3, 1);

        assertThat(Surges.among(List.of(new Surges.Reading<>("all", 7, usual)))).isEmpty();
        assertThat(Surges.among(List.of(new Surges.Reading<>("all", 14, usual))))
                .hasSize(1);
    }

    @Test
    void of_those_that_are_beyond_doubt_the_one_that_rose_most_is_first() {
        var found = Surges.among(List.of(
                new Surges.Reading<>("region", 159, new Expected(9, 10, 1.1)),
                new Surges.Reading<>("topic", 154, new Expected(3.3, 4, 1.1)),
                new Surges.Reading<>("both", 154, new Expected(0.75, 1, 1.1))));

        assertThat(found).extracting(Surges.Surge::stream).containsExactly("both", "topic", "region");
    }

    @Test
    void a_little_more_each_day_rings_and_one_great_day_does_not() {
        var expected = new Expected(10, 10, 1);
        var slow = SlowRise.NONE;
        for (int day = 0; day < 14; day++) {
            slow = slow.next(16, expected);
        }
        assertThat(slow.rings()).isTrue();
        assertThat(SlowRise.NONE.next(60, expected).rings()).isFalse();
    }

    private static double mean(List<DayCount> before) {
        return Expected.on(today(), before, CommonCourse.even()).orElseThrow().mean();
    }

    private static DayCount today() {
        return new DayCount(MONDAY, 4, 1);
    }

    /** Those before that Monday; the first is one too. */
    private static List<DayCount> days(int days, IntUnaryOperator count) {
        return IntStream.range(0, days)
                .mapToObj(i -> new DayCount(MONDAY.minusDays(days - i), count.applyAsInt(i), 1))
                .toList();
    }
}
