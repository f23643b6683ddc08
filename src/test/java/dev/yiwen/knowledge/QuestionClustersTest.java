package dev.yiwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.knowledge.QuestionLikeness.Alike;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class QuestionClustersTest {

    @Test
    void what_asks_the_same_is_together_the_largest_first() {
        var pairs = List.of(new Alike(0, 3, 0.9), new Alike(0, 4, 0.8), new Alike(3, 4, 0.7), new Alike(1, 2, 0.9));
        assertThat(QuestionClusters.of(6, pairs)).containsExactly(List.of(0, 3, 4), List.of(1, 2), List.of(5));
    }

    @Test
    void a_chain_of_look_alikes_is_cut() {
        // 0–1–2–3: each is like the next, none like the one after.
        var chain = List.of(new Alike(0, 1, 0.9), new Alike(1, 2, 0.6), new Alike(2, 3, 0.9));
        assertThat(QuestionClusters.of(4, chain)).containsExactly(List.of(0, 1), List.of(2, 3));
    }

    @Test
    void every_question_is_in_one_group_whatever_the_pairs_say() {
        var random = new Random(7);
        for (int round = 0; round < 50; round++) {
            int count = 1 + random.nextInt(40);
            var pairs = new ArrayList<Alike>();
            for (int i = 0; i < count; i++) {
                for (int j = i + 1; j < count; j++) {
                    if (random.nextInt(4) == 0) {
                        pairs.add(new Alike(i, j, random.nextDouble()));
                    }
                }
            }
            assertThat(QuestionClusters.of(count, pairs).stream().flatMap(List::stream))
                    .hasSize(count)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void the_order_of_the_pairs_makes_no_difference() {
        var pairs = List.of(new Alike(0, 1, 0.5), new Alike(1, 2, 0.5), new Alike(0, 2, 0.5), new Alike(2, 3, 0.5));
        assertThat(QuestionClusters.of(4, pairs.reversed())).isEqualTo(QuestionClusters.of(4, pairs));
    }

    @Test
    void the_most_typical_question_is_most_like_the_others() {
        var pairs = List.of(new Alike(0, 1, 0.9), new Alike(1, 2, 0.9), new Alike(0, 2, 0.4), new Alike(0, 7, 1.0));
        assertThat(QuestionClusters.typical(List.of(0, 1, 2), pairs)).isEqualTo(1);
        assertThat(QuestionClusters.typical(List.of(5), pairs)).isEqualTo(5);
    }
}
