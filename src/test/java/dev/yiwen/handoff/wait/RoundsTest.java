package dev.yiwen.handoff.wait;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RoundsTest {

    @Test
    void counts_like_whoever_counts_one_by_one() {
        var random = new Random(7);
        var known = LongStream.range(0, 50).map(it -> it * 3).toArray();
        var rounds = new Rounds(known);
        var all = new ArrayList<Long>();

        for (int i = 0; i < 500; i++) {
            long round = known[random.nextInt(known.length)];
            assertThat(rounds.upTo(round))
                    .isEqualTo((int) all.stream().filter(it -> it <= round).count());
            rounds.add(round);
            all.add(round);
        }

        assertThat(rounds.all()).isEqualTo(500);
    }
}
