package dev.yiwen.quality.metric;

import dev.yiwen.shared.HomeZone;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Of which conversations a figure is wanted: those that began on these days, both included, and of these members.
 *
 * @param only members by dimension; the empty one stands for what is not known
 */
record Asked(LocalDate from, LocalDate to, Map<Dimension, String> only) {
    /** What a condition takes before its own parameters. */
    static final int PARAMETERS = 2;

    Asked {
        only = Map.copyOf(only);
    }

    /** The first moment, and the first after them. */
    Tuple range() {
        return Tuple.of(midnight(from), midnight(to.plusDays(1)));
    }

    /** On facts {@code f}; members are numbered from {@code $3}. */
    String facts() {
        var condition = new StringBuilder("f.hour >= $1 and f.hour < $2");
        int next = PARAMETERS;
        for (var member : new TreeMap<>(only).entrySet()) {
            var of = member.getKey();
            condition.append(" and ").append(of.isIn(of.member(), "$" + ++next));
        }
        return condition.toString();
    }

    Tuple parameters() {
        var parameters = range();
        new TreeMap<>(only).values().forEach(parameters::addString);
        return parameters;
    }

    /** The one dimension whose sums answer it, if sums do; null: facts have to be counted. */
    @Nullable Dimension summed(By by) {
        var asked = EnumSet.of(by.dimension());
        asked.addAll(only.keySet());
        asked.remove(Dimension.ALL);
        if (asked.isEmpty()) {
            return Dimension.ALL;
        }
        // A sum is of one dimension; what is narrowed by one and divided by it too has facts alone.
        var one = asked.iterator().next();
        return asked.size() == 1 && one.summed() && (only.isEmpty() || by.dimension() == Dimension.ALL) ? one : null;
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay(HomeZone.id()).toInstant().atOffset(ZoneOffset.UTC);
    }
}
