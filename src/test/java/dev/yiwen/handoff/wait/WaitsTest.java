package dev.yiwen.handoff.wait;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.handoff.wait.Waits.Wait;
import org.junit.jupiter.api.Test;

class WaitsTest {

    @Test
    void whoever_waited_longer_than_was_told_is_told_more() {
        var told = new Wait(0, 60);

        assertThat(told.after(20)).isEqualTo(told);
        assertThat(told.after(150)).isEqualTo(new Wait(0, 150));
    }

    @Test
    void where_nobody_serves_no_wait_is_told_however_long() {
        assertThat(new Wait(0, 0).after(900)).isEqualTo(new Wait(0, 0));
    }
}
