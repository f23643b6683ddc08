package dev.yiwen.quality.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A figure of some days with all that it means on the day when it was read, so that it can be kept.
 *
 * @param metric its key in the registry
 * @param version of the formula that it was computed by
 * @param kind {@code COUNT}, {@code SHARE}, {@code MEAN_MS} or {@code QUANTILES}
 * @param target percent of shares, milliseconds of times, otherwise the value
 * @param words by language ({@code zh}, {@code en})
 * @param before the same of the days before
 * @param leftOut how many do not count, or not yet
 * @param invented example data are there, and may be among what counts
 * @param parts by {@code DAY}, {@code CHANNEL}, {@code TOPIC}, {@code REGION}; of some figures alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PeriodFigure(
        String metric,
        int version,
        String kind,
        @Nullable Double target,
        boolean lowIsGood,
        Map<String, Words> words,
        Value all,
        Value before,
        @Nullable Long leftOut,
        boolean invented,
        Map<String, List<Slice>> parts) {

    /** @param formula in words */
    public record Words(String name, String formula, String leftOut) {}

    /**
     * @param key a day, a channel, a topic's id, a region; empty: not known
     * @param english what a topic is called in English, where that is known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Slice(
            String key, @Nullable String name, @Nullable String english, Value value) {
        public Slice(String key, @Nullable String name, Value value) {
            this(key, name, null, value);
        }
    }
}
