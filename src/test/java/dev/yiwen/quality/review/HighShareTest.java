package dev.yiwen.quality.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HighShareTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 20);
    private static final HighShare.Limit LIMIT = new HighShare.Limit(0.2, 30);
    private static final ShareStream ALL = stream("", "");
    private static final ShareStream LAMPS = stream("lamps", "");
    private static final ShareStream NORTH = stream("", "北");
    private static final ShareStream NORTHERN_LAMPS = stream("lamps", "北");

    @Test
    void a_share_is_high_when_chance_does_not_explain_any_of_three_days() {
        // Of 100, 28 are surely more than a fifth; 27 are not: the lower bounds are .2014 and .1927.
        assertThat(found(Map.of(ALL, three(100, 28)))).containsExactly(ALL);
        assertThat(found(Map.of(ALL, three(100, 27)))).isEmpty();
        assertThat(found(Map.of(ALL, days(new int[] {100, 29}, new int[] {100, 27}, new int[] {100, 60}))))
                .isEmpty();
    }

    @Test
    void nothing_is_said_of_too_few_and_of_days_that_are_not_one_after_another() {
        assertThat(found(Map.of(ALL, three(29, 29)))).isEmpty();
        assertThat(found(Map.of(ALL, three(30, 30)))).containsExactly(ALL);
        assertThat(found(Map.of(
                        ALL,
                        List.of(
                                new ShareDay(DAY.minusDays(3), 50, 50),
                                new ShareDay(DAY.minusDays(1), 50, 50),
                                new ShareDay(DAY, 50, 50)))))
                .isEmpty();
    }

    @Test
    void what_is_high_because_of_a_part_is_told_by_the_part() {
        assertThat(found(Map.of(ALL, three(200, 90), LAMPS, three(100, 80), NORTH, three(150, 88))))
                .containsExactlyInAnyOrder(LAMPS, NORTH);
        assertThat(found(Map.of(
                        ALL,
                        three(400, 120),
                        LAMPS,
                        three(150, 85),
                        NORTH,
                        three(150, 85),
                        NORTHERN_LAMPS,
                        three(100, 80))))
                .containsExactly(NORTHERN_LAMPS);
    }

    @Test
    void what_is_high_everywhere_is_told_once() {
        assertThat(found(Map.of(ALL, three(400, 200), LAMPS, three(100, 50), stream("stoves", ""), three(100, 50))))
                .containsExactly(ALL);
    }

    private static List<ShareStream> found(Map<ShareStream, List<ShareDay>> streams) {
        return HighShare.until(DAY, streams, LIMIT).stream()
                .map(HighShare::stream)
                .toList();
    }

    private static List<ShareDay> three(int n, int hits) {
        return days(new int[] {n, hits}, new int[] {n, hits}, new int[] {n, hits});
    }

    private static List<ShareDay> days(int[]... counts) {
        return List.of(
                new ShareDay(DAY.minusDays(2), counts[0][0], counts[0][1]),
                new ShareDay(DAY.minusDays(1), counts[1][0], counts[1][1]),
                new ShareDay(DAY, counts[2][0], counts[2][1]));
    }

    private static ShareStream stream(String topic, String region) {
        return new ShareStream(Share.COMPLAINTS, topic, region);
    }
}
