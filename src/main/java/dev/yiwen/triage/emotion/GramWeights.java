package dev.yiwen.triage.emotion;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A weight for each bucket of {@link Grams}, a byte each; a text's score is their sum over the root of their number, less the
 * mean and by the deviation that scores of unseen texts had.
 */
public final class GramWeights {
    private static final double RIDGE = 1;

    @JsonProperty
    private final String madeFrom;

    @JsonProperty
    private final String madeBy;

    @JsonProperty
    private final double mean;

    @JsonProperty
    private final double deviation;

    @JsonProperty
    private final double largest;

    /** Jackson writes it in base 64. */
    @JsonProperty
    private final byte[] weights;

    @JsonCreator
    GramWeights(
            @JsonProperty("madeFrom") String madeFrom,
            @JsonProperty("madeBy") String madeBy,
            @JsonProperty("mean") double mean,
            @JsonProperty("deviation") double deviation,
            @JsonProperty("largest") double largest,
            @JsonProperty("weights") byte[] weights) {
        if (weights.length != Grams.BUCKETS) {
            throw new IllegalArgumentException("The model of anger was made for other signs; fit it again");
        }
        this.madeFrom = madeFrom;
        this.madeBy = madeBy;
        this.mean = mean;
        this.deviation = deviation;
        this.largest = largest;
        this.weights = weights;
    }

    /** Of texts by themselves, all buckets as they are; scores are less no mean, and by no deviation. */
    public static GramWeights of(FitNote note, List<Labelled> texts) {
        var rows = new GramRows(0, 1);
        texts.forEach(it -> rows.add(List.of(Grams.of(it.words())), 1, it.angry(), 1));
        return of(note, rows.fit(RIDGE), new Moments(0, 1));
    }

    /** What a text says by itself. */
    public double of(Words words) {
        return of(Grams.of(words));
    }

    static GramWeights of(FitNote note, double[] weights, Moments unseen) {
        double largest = 1e-9;
        for (double it : weights) {
            largest = Math.max(largest, Math.abs(it));
        }
        var bytes = new byte[weights.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(weights[i] / largest * Byte.MAX_VALUE);
        }
        return new GramWeights(note.madeFrom(), note.madeBy(), unseen.mean(), unseen.deviation(), largest, bytes);
    }

    double of(int[] grams) {
        long sum = 0;
        for (int gram : grams) {
            sum += weights[gram];
        }
        double score = sum * largest / Byte.MAX_VALUE / Math.sqrt(Math.max(1, grams.length));
        return (score - mean) / deviation;
    }
}
