package dev.yiwen.assist.facts;

import dev.yiwen.facts.FactName;
import dev.yiwen.facts.FactReading;
import dev.yiwen.shared.Messages;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What to say of a fact to the customer, and what the agent had better do. */
@Singleton
final class FactSentences {
    private final Messages messages;

    FactSentences(Messages messages) {
        this.messages = messages;
    }

    /** @param says empty where there is nothing to say; both in Chinese, as customers are spoken to */
    record Sentences(String says, String advice) {
        static final Sentences NONE = new Sentences("", "");
    }

    /** Advice of the operator's own comes before ours. */
    Sentences of(FactReading.Known reading) {
        var ours = ours(reading.fact(), reading.value());
        return reading.value().get("advice") instanceof String theirs ? new Sentences(ours.says(), theirs) : ours;
    }

    private Sentences ours(FactName fact, Map<String, Object> value) {
        if (fact.equals(FactName.BILL)) {
            return new Sentences(
                    filled("assist.fact.bill", value, "month", "total", "before"), text("assist.advice.bill"));
        }
        if (fact.equals(FactName.DATA_LEFT)) {
            return new Sentences(
                    filled("assist.fact.data-left", value, "total", "used", "left"),
                    of("assist.advice.data-", value.get("state"), "throttled", "low"));
        }
        if (fact.equals(FactName.LINE_STATE)) {
            return new Sentences(
                    of("assist.fact.line-", value.get("state"), "up", "unstable", "down"),
                    of("assist.advice.line-", value.get("state"), "up", "unstable", "down"));
        }
        if (fact.equals(FactName.STATIONS_NEAR)) {
            return stations(value);
        }
        return fact.equals(FactName.OUTAGES_IN_AREA) ? outages(value) : Sentences.NONE;
    }

    private Sentences stations(Map<String, Object> value) {
        if (entries(value, "stations").findAny().isEmpty()) {
            return Sentences.NONE;
        }
        return entries(value, "stations")
                .filter(it -> !"normal".equals(it.get("state")) && it.containsKey("state"))
                .findFirst()
                .map(ill -> new Sentences(
                        of("assist.fact.station-", ill.get("state"), "busy", "degraded", "down"),
                        text("assist.advice.stations-ill")))
                .orElseGet(() -> new Sentences(text("assist.fact.stations-well"), text("assist.advice.stations-well")));
    }

    private Sentences outages(Map<String, Object> value) {
        return entries(value, "outages")
                .filter(it -> !"fixed".equals(it.get("state")))
                .findFirst()
                .map(it -> new Sentences(
                        messages.text(
                                "assist.fact.outages-some",
                                Map.of("area", area(value), "what", String.valueOf(it.get("what")))),
                        text("assist.advice.outages-some")))
                .orElseGet(() -> new Sentences(
                        messages.text("assist.fact.outages-none", Map.of("area", area(value))),
                        text("assist.advice.outages-none")));
    }

    private String text(String key) {
        return messages.text(key);
    }

    private String area(Map<String, Object> value) {
        return value.get("area") instanceof String area ? area : text("assist.fact.here");
    }

    /** Only with all figures: half a sentence is none. */
    private String filled(String key, Map<String, Object> value, String... names) {
        var facts = new LinkedHashMap<String, String>();
        for (var name : names) {
            Optional.ofNullable(value.get(name)).ifPresent(it -> facts.put(name, it.toString()));
        }
        return facts.size() == names.length ? messages.text(key, facts) : "";
    }

    private String of(String key, @Nullable Object state, String... known) {
        return Stream.of(known)
                .filter(it -> it.equals(state))
                .findFirst()
                .map(it -> text(key + it))
                .orElse("");
    }

    private static Stream<Map<?, ?>> entries(Map<String, Object> value, String list) {
        return value.get(list) instanceof List<?> all
                ? all.stream().filter(Map.class::isInstance).map(it -> (Map<?, ?>) it)
                : Stream.empty();
    }
}
