package dev.yiwen.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceTest {

    @Test
    void near_the_front_each_step_is_told() {
        assertThat(place(9, 60).saysMoreThan(place(10, 60))).isTrue();
        assertThat(place(10, 60).saysMoreThan(place(10, 60))).isFalse();
    }

    @Test
    void far_behind_a_step_of_many_is_told() {
        assertThat(place(4999, 600).saysMoreThan(place(5000, 600))).isFalse();
        assertThat(place(4890, 600).saysMoreThan(place(5000, 600))).isTrue();
    }

    @Test
    void whoever_waits_hears_that_somebody_came() {
        var nobody = new ChatFrame.Place(4000, 0, 0, 0, false, null, null, false, null);

        assertThat(place(4000, 60).saysMoreThan(nobody)).isTrue();
    }

    private static ChatFrame.Place place(int position, int seconds) {
        return new ChatFrame.Place(position, 0, seconds, seconds * 2, true, null, null, false, null);
    }
}
