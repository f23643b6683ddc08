package dev.yiwen.assist.facts;

import java.util.Optional;
import java.util.regex.Pattern;

/** The place that a customer speaks of, in their own words: the operator's systems know their areas better than we do. */
final class NamedArea {
    private static final Pattern AREA = Pattern.compile("\\p{IsHan}{2,12}?(?:片区|小区|街道|社区|新区|开发区|广场|花园|大厦|区|镇|村)");

    /** 我现在住在: whose it is, not where. */
    private static final Pattern BEFORE = Pattern.compile("^(?:我们?|我?家|们|你们|这里|这边|现在|目前|人|就|都|是|在|住|到|去|从|于|家里?)+");

    /** Of no place in particular. */
    private static final Pattern VAGUE = Pattern.compile("[这那整全]个?.*|附近.*|哪个?.*");

    private static final int SHORTEST = 3;

    private NamedArea() {}

    /** The last one. */
    static Optional<String> in(String said) {
        return AREA.matcher(said)
                .results()
                .map(it -> BEFORE.matcher(it.group()).replaceFirst(""))
                .filter(it -> it.length() >= SHORTEST && !VAGUE.matcher(it).matches())
                .reduce((before, after) -> after);
    }
}
