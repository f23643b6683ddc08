package dev.yiwen.quality.review;

/**
 * Of how many conversations it is true. Over facts {@code f} and estimates {@code e}; what nobody knows of is neither counted for nor
 * against it.
 */
public enum Share {
    /** Rated 1 or 2 or, without a rating, estimated as dissatisfied; of those that were rated or could be estimated. */
    DISSATISFIED(
            "(f.score is not null or e.likely is not null)",
            "(f.score <= 2 or f.score is null and e.likely = 'DISSATISFIED')"),
    COMPLAINTS("true", "f.complaint"),
    /** The customer had come with the same matter in the seven days before; of those whose matter is known. */
    REPEATS("f.topic is not null", "(f.topic is not null and f.repeats)");

    private final String counted;
    private final String hit;

    Share(String counted, String hit) {
        this.counted = counted;
        this.hit = hit;
    }

    /** Which count, as SQL. */
    String counted() {
        return counted;
    }

    /** Of which it is true, all of them counted. */
    String hit() {
        return hit;
    }
}
