package dev.yiwen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FairQueueTest {
    private final FairQueue<String> queue = new FairQueue<>(100, 20, 4);

    @Test
    void whoever_brings_much_waits_behind_themselves() {
        IntStream.range(0, 10).forEach(i -> queue.offer("flood", "flood " + i));
        queue.offer("other", "question");
        assertThat(queue.poll()).isEqualTo("flood 0");
        assertThat(queue.poll()).isEqualTo("question");
    }

    @Test
    void one_piece_of_everybodys_work_is_done_at_a_time() {
        queue.offer("a", "first");
        queue.offer("a", "second");
        queue.poll();
        assertThat(queue.poll()).isNull();
        queue.done("a");
        assertThat(queue.poll()).isEqualTo("second");
    }

    @Test
    void those_with_more_come_again_behind_the_others() {
        queue.offer("a", "a1");
        queue.offer("a", "a2");
        queue.offer("b", "b1");
        queue.poll();
        queue.done("a");
        assertThat(queue.poll()).isEqualTo("b1");
        assertThat(queue.poll()).isEqualTo("a2");
    }

    @Test
    void refuses_what_is_too_much_of_one_and_what_is_too_much_in_all() {
        IntStream.range(0, 20).forEach(i -> assertThat(queue.offer("a", "a")).isTrue());
        assertThat(queue.offer("a", "a")).isFalse();
        assertThat(queue.isFull("a")).isTrue();
        assertThat(queue.isFull("b")).isFalse();
        IntStream.range(0, 80).forEach(i -> assertThat(queue.offer(i, "other")).isTrue());
        assertThat(queue.offer("b", "b")).isFalse();
        assertThat(queue.isNearlyFull()).isTrue();
    }

    @Test
    void begins_no_more_than_may_be_under_way() {
        IntStream.range(0, 5).forEach(i -> queue.offer(i, "it"));
        IntStream.range(0, 4).forEach(i -> assertThat(queue.poll()).isNotNull());
        assertThat(queue.poll()).isNull();
        queue.done(0);
        assertThat(queue.poll()).isNotNull();
    }
}
