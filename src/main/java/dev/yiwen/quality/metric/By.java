package dev.yiwen.quality.metric;

/** What the rows of a figure stand for. */
enum By {
    /** One row. */
    ALL("''", Dimension.ALL),
    /** Days of the company: {@code 2026-11-30}. */
    DAY("to_char(hour at time zone '%s', 'YYYY-MM-DD')", Dimension.ALL),
    /** Hours of the day: {@code 00} to {@code 23}. */
    HOUR("to_char(hour at time zone '%s', 'HH24')", Dimension.ALL),
    CHANNEL("member", Dimension.CHANNEL),
    TOPIC("member", Dimension.TOPIC),
    /** The topics at the top of the tree, with all that stand below them. */
    MAIN_TOPIC(
            "coalesce((select jsonb_object_agg(a.id, a.above) from topic_above a where a.top) ->> member, member)",
            Dimension.TOPIC),
    REGION("member", Dimension.REGION),
    AGENT("member", Dimension.AGENT),
    GROUP("member", Dimension.GROUP),
    TIER("member", Dimension.TIER),
    ARTICLE("member", Dimension.ARTICLE),
    PRODUCT("member", Dimension.PRODUCT);

    private final String key;
    private final Dimension dimension;

    By(String key, Dimension dimension) {
        this.key = key;
        this.dimension = dimension;
    }

    Dimension dimension() {
        return dimension;
    }

    boolean inTime() {
        return this == DAY || this == HOUR;
    }

    /** SQL over {@code hour} and {@code member}. */
    String key(String zone) {
        return key.formatted(zone);
    }
}
