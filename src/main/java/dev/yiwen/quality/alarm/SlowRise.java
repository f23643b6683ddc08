package dev.yiwen.quality.alarm;

/**
 * A cumulative sum of how far days were above what was to be expected (Page, Continuous inspection schemes, Biometrika 41, 1954): it finds
 * what is a little more each day, which no single day shows.
 *
 * @param sum in standard deviations of a day
 */
public record SlowRise(double sum) {
    public static final SlowRise NONE = new SlowRise(0);

    /** Half of the rise that is to be found, in standard deviations of a day. */
    private static final double SLACK = 0.75;
    /** A day counts for no more: one great day is a surge and no slow rise. */
    private static final double DAY = 3;

    private static final double BOUND = 9;

    public SlowRise next(int count, Expected expected) {
        double above = (count - expected.mean()) / Math.sqrt(expected.variance());
        return new SlowRise(Math.max(0, sum + Math.min(DAY, above) - SLACK));
    }

    public boolean rings() {
        return sum >= BOUND;
    }
}
