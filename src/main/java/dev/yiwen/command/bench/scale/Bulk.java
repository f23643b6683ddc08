package dev.yiwen.command.bench.scale;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Made-up passages without end, the same ones each time, one at a time so that any number of them needs no memory. An
 * article's centre lies between two or three real questions, nearest to the first. Its passages stray from there by Gaussian
 * noise of such a strength that they are as like each other as phrasings of a real article are.
 */
final class Bulk {
    private static final int PASSAGES_AN_ARTICLE = 6;
    /** What a customer may not see: of an article in so many. */
    private static final int ONE_FOR_AGENTS = 8;

    private static final int ONE_EXPIRED = 12;
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    /** A row of the table {@code passage}. */
    record Passage(
            UUID article,
            String kind,
            String text,
            float[] vector,
            String audience,
            @Nullable LocalDate validTo) {}

    private final RandomGenerator random;
    private final List<Anchors.Anchor> anchors;
    private final double noise;
    private long made;
    private Centre centre;

    Bulk(Anchors anchors, long seed) {
        random = new SplittableRandom(seed);
        this.anchors = anchors.all();
        // Passages centre + noise of variance v have the cosine 1 / (1 + v).
        noise = Math.sqrt(1 / anchors.likeness() - 1);
        centre = centre();
    }

    Passage next() {
        var place = (int) (made++ % PASSAGES_AN_ARTICLE);
        if (place == 0) {
            centre = centre();
        }
        return new Passage(
                centre.article,
                place == 0 ? "QUESTION" : "PHRASING",
                centre.text + made,
                stray(centre.vector),
                centre.audience,
                centre.validTo);
    }

    private Centre centre() {
        var first = pick();
        var vector = first.vector().clone();
        Vector.add(vector, pick().vector(), random.nextDouble(0.2, 0.8));
        if (random.nextBoolean()) {
            Vector.add(vector, pick().vector(), random.nextDouble(0.1, 0.4));
        }
        return new Centre(
                new UUID(random.nextLong(), random.nextLong()),
                first.text(),
                Vector.unit(vector),
                random.nextInt(ONE_FOR_AGENTS) == 0 ? "AGENT" : "CUSTOMER",
                random.nextInt(ONE_EXPIRED) == 0 ? LONG_AGO : null);
    }

    private Anchors.Anchor pick() {
        return anchors.get(random.nextInt(anchors.size()));
    }

    private float[] stray(float[] from) {
        var vector = from.clone();
        var deviation = noise / Math.sqrt(vector.length);
        for (var i = 0; i < vector.length; i++) {
            vector[i] += (float) (deviation * random.nextGaussian());
        }
        return Vector.unit(vector);
    }

    private record Centre(
            UUID article,
            String text,
            float[] vector,
            String audience,
            @Nullable LocalDate validTo) {}
}
