package dev.yiwen.retrieval.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.yiwen.shared.Problem;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmbedderTest {
    private static final int QUEUE = 8;

    private final Embedder embedder = new Embedder(1, QUEUE, 0);
    private final AtomicInteger embedded = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    @AfterEach
    void close() {
        embedder.close();
    }

    @Test
    void refuses_what_finds_no_place_in_the_queue_and_embeds_the_rest() {
        ask(100);
        await().until(() -> embedded.get() + refused.get() == 100);
        assertThat(embedded).hasValueGreaterThanOrEqualTo(QUEUE);
        assertThat(refused).hasValueGreaterThan(0);
    }

    @Test
    void is_overloaded_while_the_queue_is_full_and_not_afterwards() {
        ask(100);
        var whileFull = embedder.isOverloaded();
        await().until(() -> embedded.get() + refused.get() == 100);
        assertThat(whileFull).isTrue();
        assertThat(embedder.isOverloaded()).isFalse();
    }

    private void ask(int times) {
        // Long enough that the queue does not empty while it is filled.
        var text = "宽带断了怎么办".repeat(20);
        IntStream.range(0, times)
                .forEach(i -> embedder.compute(text + i)
                        .subscribe()
                        .with(vector -> embedded.incrementAndGet(), failure -> {
                            if (failure instanceof Problem problem && problem.kind() == Problem.Kind.OVERLOADED) {
                                refused.incrementAndGet();
                            }
                        }));
    }
}
