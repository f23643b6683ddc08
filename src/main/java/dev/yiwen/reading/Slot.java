package dev.yiwen.reading;

import java.util.Set;

/**
 * Something definite that a text names.
 *
 * @param group what it competes with: slots of different groups never exclude each other
 * @param ways to say the same; two slots of a group agree when they share one
 * @param said as it stands in the text
 */
public record Slot(Kind kind, String group, Set<String> ways, String said) {

    public enum Kind {
        YEAR,
        FESTIVAL,
        COUNTRY,
        PLACE,
        MODEL,
        AMOUNT,
        CONTRAST,
        DENIAL,
        /** A noun that stands where the other text has another. */
        WORD
    }

    public Slot {
        ways = Set.copyOf(ways);
    }

    boolean competesWith(Slot other) {
        return kind == other.kind && group.equals(other.group);
    }

    /** Of a network: 5g. */
    public boolean isGeneration() {
        return kind == Kind.MODEL && group.equals(ModelNames.GENERATIONS);
    }

    /** An amount has its unit in its ways; whatever it counts, it is the same amount. */
    public boolean agreesWith(Slot other) {
        return (competesWith(other) || kind == Kind.AMOUNT && other.kind == Kind.AMOUNT)
                && other.ways.stream().anyMatch(ways::contains);
    }
}
