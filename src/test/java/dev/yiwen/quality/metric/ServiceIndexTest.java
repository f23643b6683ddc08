package dev.yiwen.quality.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceIndexTest {
    private static final Weights USUAL = new Weights(30, 25, 45);

    @Test
    void sides_are_weighed() {
        var index = ServiceIndex.of(
                USUAL,
                Map.of(
                        Metric.SERVICE_LEVEL_30, share(80),
                        Metric.RESPONSE_TIME, Value.of(Metric.Kind.MEAN_MS, 1, 30_000),
                        Metric.SATISFACTION, share(90),
                        Metric.FIRST_CONTACT, share(70),
                        Metric.REPEAT_CONTACTS, share(10),
                        Metric.DEADLINES_KEPT, share(95)));

        assertThat(index.judged()).isEqualTo(100);
        assertThat(index.index())
                .isCloseTo(30 * (0.8 + 0.5) / 2 + 25 * 0.9 + 45 * (0.7 + 0.9 + 0.95) / 3, within(1e-9));
    }

    @Test
    void what_is_not_known_is_neither_good_nor_bad() {
        var index = ServiceIndex.of(USUAL, Map.of(Metric.SATISFACTION, share(80), Metric.FIRST_CONTACT, Value.none()));

        assertThat(index.judged()).isEqualTo(25);
        assertThat(index.index()).isCloseTo(80.0, within(1e-9));
        assertThat(ServiceIndex.of(USUAL, Map.of()).index()).isNull();
    }

    private static Value share(int percent) {
        return Value.of(Metric.Kind.SHARE, 100, percent);
    }
}
