package dev.yiwen.retrieval;

import java.util.List;

/** The probability that the first candidate answers the query: a logistic of its similarity and its lead. */
final class Confidence {
    private static final double BIAS = -19.0;
    private static final double COSINE = 25.0;
    private static final double LEAD = 8.0;

    private Confidence() {}

    static double of(List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            return 0;
        }
        double first = candidates.getFirst().dense();
        double second =
                candidates.stream().skip(1).mapToDouble(Candidate::dense).max().orElse(0);
        return 1 / (1 + Math.exp(-(BIAS + COSINE * first + LEAD * (first - second))));
    }
}
