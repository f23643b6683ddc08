package dev.yiwen.knowledge.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

final class GoldenNightTest {

    @Test
    void the_night_is_that_which_was_last() {
        assertThat(night("2026-11-30T02:59+08:00[Asia/Shanghai]")).isEqualTo("2026-11-28T19:00:00Z");
        assertThat(night("2026-11-30T03:00+08:00[Asia/Shanghai]")).isEqualTo("2026-11-29T19:00:00Z");
        assertThat(night("2026-11-30T23:00+08:00[Asia/Shanghai]")).isEqualTo("2026-11-29T19:00:00Z");
    }

    private static Instant night(String now) {
        return GoldenRuns.lastNight(ZonedDateTime.parse(now));
    }
}
