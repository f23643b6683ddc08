package dev.yiwen.command.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BulkTest {
    private static final int MADE = 600;

    private final SplittableRandom random = new SplittableRandom(1);
    private final Anchors anchors =
            new Anchors(Stream.generate(this::article).limit(20).toList(), List.of());

    @Test
    void makes_passages_of_one_article_as_like_each_other_as_real_ones() {
        var made = made();
        var likeness = IntStream.range(1, MADE)
                .filter(i -> made.get(i).article().equals(made.get(i - 1).article()))
                .mapToDouble(
                        i -> Vector.dot(made.get(i).vector(), made.get(i - 1).vector()))
                .average()
                .orElseThrow();
        assertThat(likeness).isCloseTo(anchors.likeness(), within(0.03));
    }

    @Test
    void makes_unit_vectors_some_of_which_a_customer_may_not_see() {
        assertThat(made())
                .allSatisfy(
                        it -> assertThat(Vector.dot(it.vector(), it.vector())).isCloseTo(1, within(1e-5)));
        assertThat(made()).anyMatch(it -> it.audience().equals("AGENT")).anyMatch(it -> it.validTo() != null);
    }

    @Test
    void makes_the_same_passages_each_time() {
        assertThat(made().subList(0, 20)).usingRecursiveComparison().isEqualTo(made().subList(0, 20));
    }

    private List<Bulk.Passage> made() {
        return Stream.generate(new Bulk(anchors, 7)::next).limit(MADE).toList();
    }

    private List<Anchors.Anchor> article() {
        var centre = gaussian();
        return Stream.generate(this::gaussian)
                .limit(3)
                .peek(it -> Vector.add(it, centre, 1.2))
                .map(it -> new Anchors.Anchor("怎么开发票", Vector.unit(it)))
                .toList();
    }

    private float[] gaussian() {
        var vector = new float[512];
        for (var i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }
}
