package dev.yiwen.knowledge.importing;

/** What a row would bring. */
public enum RowOutcome {
    NEW,
    CHANGED,
    SAME,
    /** Another article, or another row, says the very same; nothing is stored. */
    DUPLICATE,
    /** It asks what another asks, and answers otherwise; it comes as a draft of its own, for people to decide. */
    CONTRADICTS,
    ERROR;

    /** Whether it would make a draft. */
    public boolean isStored() {
        return this == NEW || this == CHANGED || this == CONTRADICTS;
    }
}
