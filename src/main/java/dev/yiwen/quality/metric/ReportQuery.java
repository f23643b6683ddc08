package dev.yiwen.quality.metric;

import dev.yiwen.shared.AskedDay;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Problem;
import jakarta.ws.rs.QueryParam;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is asked for in an address: {@code ?metric=SATISFACTION&from=2026-11-01&to=2026-11-30&by=DAY&topic=billing}. */
public final class ReportQuery {
    private static final int MOST_DAYS = 800;
    private static final int DAYS = 30;

    @QueryParam("metric")
    @Nullable String metric;

    @QueryParam("by")
    @Nullable String by;

    /** The first day; thirty days to the last one when it is not given. */
    @QueryParam("from")
    @Nullable String from;

    /** The last day; today when it is not given. */
    @QueryParam("to")
    @Nullable String to;

    @QueryParam("channel")
    @Nullable String channel;

    @QueryParam("topic")
    @Nullable String topic;

    @QueryParam("region")
    @Nullable String region;

    @QueryParam("agent")
    @Nullable String agent;

    @QueryParam("group")
    @Nullable String group;

    @QueryParam("tier")
    @Nullable String tier;

    @QueryParam("article")
    @Nullable String article;

    @QueryParam("product")
    @Nullable String product;

    /** Fails with {@code INVALID}, as the others do. */
    Metric metric() {
        return named(Metric.class, metric, "metric");
    }

    By by() {
        return by == null ? By.ALL : named(By.class, by, "by");
    }

    Asked asked() {
        var last = Objects.requireNonNullElseGet(AskedDay.of(to), HomeZone::today);
        var first = Objects.requireNonNullElseGet(AskedDay.of(from), () -> last.minusDays(DAYS - 1L));
        if (first.isAfter(last) || first.plusDays(MOST_DAYS).isBefore(last)) {
            throw new Problem(
                    Problem.Kind.INVALID, "\"from\" is not after \"to\", and at most " + MOST_DAYS + " days before.");
        }
        var only = new EnumMap<Dimension, String>(Dimension.class);
        add(only, Dimension.CHANNEL, channel);
        add(only, Dimension.TOPIC, topic);
        add(only, Dimension.REGION, region);
        add(only, Dimension.AGENT, agent);
        add(only, Dimension.GROUP, group);
        add(only, Dimension.TIER, tier);
        add(only, Dimension.ARTICLE, article);
        add(only, Dimension.PRODUCT, product);
        return new Asked(first, last, only);
    }

    /** An empty member asks for those of which it is not known. */
    private static void add(EnumMap<Dimension, String> only, Dimension dimension, @Nullable String member) {
        if (member != null) {
            if (member.indexOf('\0') >= 0) {
                throw new Problem(Problem.Kind.INVALID, "A name has no zero character.");
            }
            only.put(dimension, member);
        }
    }

    private static <E extends Enum<E>> E named(Class<E> type, @Nullable String name, String parameter) {
        try {
            return Enum.valueOf(type, name == null ? "" : name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Problem(Problem.Kind.INVALID, "\"" + parameter + "\" is none that there is.");
        }
    }
}
