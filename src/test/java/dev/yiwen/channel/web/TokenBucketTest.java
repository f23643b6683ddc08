package dev.yiwen.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void allows_a_burst_and_then_what_the_rate_brings() {
        var pace = new TokenBucket(10, 60, 0);

        assertThat(allowed(pace, 100, 0)).isEqualTo(60);
        assertThat(allowed(pace, 100, SECOND)).isEqualTo(10);
    }

    @Test
    void saves_up_no_more_than_a_burst() {
        var pace = new TokenBucket(10, 60, 0);

        assertThat(allowed(pace, 100, 3600 * SECOND)).isEqualTo(60);
    }

    private static long allowed(TokenBucket pace, int frames, long now) {
        return IntStream.range(0, frames).filter(i -> pace.allows(now)).count();
    }
}
