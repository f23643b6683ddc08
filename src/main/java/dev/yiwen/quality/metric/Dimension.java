package dev.yiwen.quality.metric;

import java.util.Arrays;
import java.util.stream.Collectors;

/** By what a figure can be divided. Of a conversation of which it is not known, the member is empty. */
enum Dimension {
    ALL("''"),
    CHANNEL("f.channel"),
    TOPIC("coalesce(f.topic, '')"),
    REGION("coalesce(f.region, '')"),
    AGENT("coalesce(f.agent_id::text, '')"),
    /** Of agents, by whom it was served last. */
    GROUP("coalesce(f.group_id, '')"),
    /** Of the customer, as the host application or staff have set it. */
    TIER("coalesce(f.tier::text, '')"),
    /** The bot's last answer came from it, {@code topic/name}. */
    ARTICLE("coalesce(f.article, '')"),
    /** What that article is about. */
    PRODUCT("coalesce(f.product, '')");

    private final String member;

    Dimension(String member) {
        this.member = member;
    }

    /** SQL over a fact {@code f}. */
    String member() {
        return member;
    }

    /** All of them as rows {@code d (dimension, member)}. */
    static String rows() {
        return Arrays.stream(values())
                .map(it -> "('" + it.name() + "', " + it.member + ")")
                .collect(Collectors.joining(", ", "(values ", ") d (dimension, member)"));
    }
}
