package dev.yiwen.quality.metric;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By what a figure can be divided. Of a conversation of which it is not known, the member is empty. Sums are kept of those that are asked
 * for daily; of the others the facts are counted, which takes longer and keeps the sums few.
 */
enum Dimension {
    ALL("''"),
    CHANNEL("f.channel"),
    TOPIC("coalesce(f.topic, '')"),
    REGION("coalesce(f.region, '')"),
    AGENT("coalesce(f.agent_id::text, '')"),
    /** Of agents, by whom it was served last. */
    GROUP(false, "coalesce(f.group_id, '')"),
    /** Of the customer, as the host application or staff have set it. */
    TIER(false, "coalesce(f.tier::text, '')"),
    /** The bot's last answer came from it, {@code topic/name}. */
    ARTICLE(false, "coalesce(f.article, '')"),
    /** What that article is about. */
    PRODUCT(false, "coalesce(f.product, '')");

    private final boolean summed;
    private final String member;

    Dimension(String member) {
        this(true, member);
    }

    Dimension(boolean summed, String member) {
        this.summed = summed;
        this.member = member;
    }

    /** Whether sums of it are kept. */
    boolean summed() {
        return summed;
    }

    /** SQL over a fact {@code f}. */
    String member() {
        return member;
    }

    /** Whether {@code member} is that of a parameter, or below it; SQL. */
    String isIn(String member, String parameter) {
        return this == TOPIC
                ? "(" + member + " = " + parameter + " or " + member
                        + " in (select a.id from topic_above a where a.above = " + parameter + "))"
                : member + " = " + parameter;
    }

    /** Those of which sums are kept. */
    static Stream<Dimension> ofSums() {
        return Arrays.stream(values()).filter(Dimension::summed);
    }

    /** These as rows {@code d (dimension, member)}. */
    static String rows() {
        return ofSums().map(it -> "('" + it.name() + "', " + it.member + ")")
                .collect(Collectors.joining(", ", "(values ", ") d (dimension, member)"));
    }
}
