package dev.yiwen.quality.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One number from 0 to 100 for a time: efficiency, attitude and process, each the mean of its figures on a scale where 1 is the best
 * (shares as they are, those of which little is good turned round, times as target / time at most 1), weighted. A side of which
 * nothing is known leaves its weight to the others, and {@code judged} says how much of the weights that leaves.
 *
 * @param index absent when no side is known
 * @param judged percent of the weights whose sides are known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ServiceIndex(@Nullable Double index, int judged, Weights weights, List<Side> sides) {
    /** What each side is made of. */
    static final Map<String, List<Metric>> MADE_OF = Map.of(
            "efficiency", List.of(Metric.SERVICE_LEVEL_30, Metric.RESPONSE_TIME),
            "attitude", List.of(Metric.SATISFACTION),
            "process", List.of(Metric.FIRST_CONTACT, Metric.REPEAT_CONTACTS, Metric.DEADLINES_KEPT));

    /** @param value 0 to 1; absent when none of its figures is known */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Side(String name, int weight, @Nullable Double value, List<Metric> known, List<Metric> unknown) {}

    static ServiceIndex of(Weights weights, Map<Metric, Value> values) {
        var sides = List.of(
                side("efficiency", weights.efficiency(), values),
                side("attitude", weights.attitude(), values),
                side("process", weights.process(), values));
        int judged = 0;
        double sum = 0;
        for (var side : sides) {
            var value = side.value();
            if (value != null) {
                judged += side.weight();
                sum += side.weight() * value;
            }
        }
        return new ServiceIndex(judged == 0 ? null : Weights.WHOLE * sum / judged, judged, weights, sides);
    }

    private static Side side(String name, int weight, Map<Metric, Value> values) {
        var known = new EnumMap<Metric, Double>(Metric.class);
        var all = Objects.requireNonNull(MADE_OF.get(name));
        for (var metric : all) {
            var value = values.get(metric);
            var achieved = value == null ? null : value.value();
            if (achieved != null) {
                known.put(metric, achieved(metric, achieved));
            }
        }
        return new Side(
                name,
                weight,
                known.isEmpty()
                        ? null
                        : known.values().stream()
                                .mapToDouble(it -> it)
                                .average()
                                .orElseThrow(),
                List.copyOf(known.keySet()),
                all.stream().filter(it -> !known.containsKey(it)).toList());
    }

    private static double achieved(Metric metric, double value) {
        var target = metric.target();
        if (metric.kind() == Metric.Kind.MEAN_MS) {
            return target == null || value <= target ? 1 : target / value;
        }
        return metric.lowIsGood() ? 1 - value : value;
    }
}
