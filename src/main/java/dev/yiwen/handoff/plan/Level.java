package dev.yiwen.handoff.plan;

/** How much an agent has seen, in rising order. */
public enum Level {
    NEWCOMER,
    EXPERIENCED,
    SENIOR
}
