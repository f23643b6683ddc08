package dev.yiwen.handoff.caller;

import dev.yiwen.facts.FactName;
import dev.yiwen.facts.FactReading;
import dev.yiwen.handoff.caller.ProbableWant.Kind;
import dev.yiwen.shared.HomeZone;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads from what the operator's systems say what a customer probably calls for. What has not come says nothing. */
final class FactWants {
    /** Days after which nobody calls for a bill any more. */
    private static final int BILL_IS_NEW = 4;

    private FactWants() {}

    static Stream<ProbableWant> of(List<FactReading> readings, Instant now) {
        return readings.stream()
                .filter(FactReading.Known.class::isInstance)
                .map(FactReading.Known.class::cast)
                .flatMap(it -> of(it.fact(), it.value(), now));
    }

    private static Stream<ProbableWant> of(FactName fact, Map<String, Object> value, Instant now) {
        if (fact.equals(FactName.OUTAGES_IN_AREA)) {
            return entries(value, "outages")
                    .filter(it -> !"fixed".equals(it.get("state")))
                    .map(it -> ProbableWant.of(Kind.OUTAGE, text(it, "what"), time(it, "until")));
        }
        if (fact.equals(FactName.LINE_STATE)) {
            return line(value);
        }
        if (fact.equals(FactName.BILL)) {
            return bill(value, now).stream();
        }
        if (fact.equals(FactName.DATA_LEFT)) {
            return "throttled".equals(value.get("state"))
                    ? Stream.of(ProbableWant.of(Kind.DATA_USED_UP, null, null))
                    : Stream.empty();
        }
        return fact.equals(FactName.CUSTOMER) ? record(value, now) : Stream.empty();
    }

    private static Stream<ProbableWant> line(Map<String, Object> value) {
        var since = time(value, "since");
        return "down".equals(value.get("state"))
                ? Stream.of(ProbableWant.of(Kind.LINE_DOWN, text(value, "lights"), since))
                : "unstable".equals(value.get("state"))
                        ? Stream.of(ProbableWant.of(Kind.LINE_UNSTABLE, text(value, "lights"), since))
                        : Stream.empty();
    }

    private static Optional<ProbableWant> bill(Map<String, Object> value, Instant now) {
        var issued = text(value, "issued");
        if (issued == null) {
            return Optional.empty();
        }
        var day = LocalDate.parse(issued);
        var today = LocalDate.ofInstant(now, HomeZone.id());
        if (day.isAfter(today) || ChronoUnit.DAYS.between(day, today) >= BILL_IS_NEW) {
            return Optional.empty();
        }
        var total = value.get("total") instanceof BigDecimal it ? it : null;
        var before = value.get("before") instanceof BigDecimal it ? it : null;
        boolean higher = total != null && before != null && total.compareTo(before) > 0;
        return Optional.of(ProbableWant.bill(higher ? Kind.BILL_HIGHER : Kind.BILL_ISSUED, day, total));
    }

    private static Stream<ProbableWant> record(Map<String, Object> value, Instant now) {
        var repairs = entries(value, "repairs")
                .filter(it -> !"done".equals(it.get("state")))
                .map(it -> ProbableWant.of(Kind.REPAIR, text(it, "what"), time(it, "at")));
        var promises = entries(value, "promises")
                .filter(it -> isDue(time(it, "until"), now))
                .map(it -> ProbableWant.of(Kind.PROMISE_DUE, text(it, "what"), time(it, "until")));
        return Stream.concat(promises, repairs);
    }

    /** Today or before. */
    private static boolean isDue(@Nullable Instant until, Instant now) {
        return until != null
                && !LocalDate.ofInstant(until, HomeZone.id()).isAfter(LocalDate.ofInstant(now, HomeZone.id()));
    }

    static Stream<Map<?, ?>> entries(Map<String, Object> value, String list) {
        return value.get(list) instanceof List<?> all
                ? all.stream().filter(Map.class::isInstance).map(it -> (Map<?, ?>) it)
                : Stream.empty();
    }

    static @Nullable String text(Map<?, ?> value, String name) {
        return value.get(name) instanceof String text ? text : null;
    }

    static @Nullable Instant time(Map<?, ?> value, String name) {
        return value.get(name) instanceof String text ? Instant.parse(text) : null;
    }
}
