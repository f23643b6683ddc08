package dev.yiwen.triage;

import dev.yiwen.conversation.ToneCourse;
import dev.yiwen.conversation.ToneCourse.Reading;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How much a speaker's voice has risen above their own beginning of the call, in rate and loudness. Only the difference counts: a loud
 * line is loud from the start, and somebody who speaks fast spoke fast at once. The rule and its figures stand in decision 0113.
 */
public final class VoiceRise {
    /** What a voice adds to anger at most: alone it never makes anybody angry. */
    static final double MOST = 0.3;

    private static final Duration KNOWN_AFTER = Duration.ofSeconds(30);
    private static final int KNOWN_BY = 8;
    private static final int LATELY = 3;

    /** From so many spreads above the usual on it counts, and at so many it counts in full. */
    private static final double FROM = 1;

    private static final double IN_FULL = 3;
    /** Makes the median deviation that of a normal distribution's standard deviation. */
    private static final double MAD_TO_DEVIATION = 1.4826;

    /** Who speaks evenly must not be excited by a breath: the least spread in characters a second, and in dB. */
    private static final double LEAST_RATE = 0.6;

    private static final double LEAST_LOUDNESS = 2;

    private VoiceRise() {}

    /**
     * @return 0 to {@value #MOST}; 0 while the speaker's own manner is not known yet, half of the most where only one of both rose: a
     *     hand nearer to the telephone is loud, haste is fast
     */
    public static double of(ToneCourse course) {
        var usual = usual(course);
        if (course.heard().compareTo(KNOWN_AFTER) < 0
                || usual.size() < KNOWN_BY
                || course.last().size() < LATELY) {
            return 0;
        }
        double loudness = risen(usual, course.last(), Reading::loudness, LEAST_LOUDNESS);
        double rate = risen(usual, course.last(), Reading::rate, LEAST_RATE);
        return MOST * (loudness + rate) / 2;
    }

    /** Anger by words with what the voice adds, 0 to 1. */
    public static double angerOf(double words, double voice) {
        return 1 - (1 - words) * (1 - voice);
    }

    /** What is compared with the beginning is no part of it. */
    private static List<Reading> usual(ToneCourse course) {
        int first = course.first().size();
        int inBoth = course.last().size() - (course.readings() - first);
        return course.first().subList(0, first - Math.clamp(inBoth, 0, first));
    }

    private static double risen(
            List<Reading> usual, List<Reading> last, ToDoubleFunction<Reading> value, double leastSpread) {
        double[] before = usual.stream().mapToDouble(value).toArray();
        double centre = median(before);
        double[] deviations = new double[before.length];
        for (int i = 0; i < before.length; i++) {
            deviations[i] = Math.abs(before[i] - centre);
        }
        double spread = Math.max(leastSpread, MAD_TO_DEVIATION * median(deviations));
        double now = median(last.stream().mapToDouble(value).toArray());
        return Math.clamp(((now - centre) / spread - FROM) / (IN_FULL - FROM), 0, 1);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
