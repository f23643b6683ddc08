package dev.yiwen.assist.card;

/** Where cards come from, the most important first. Each source replaces the cards of its own lane only. */
public enum Lane {
    /** What was declared and stands: customers are to hear it first. */
    INCIDENT,
    /** What the agent must not say, or has to do. */
    WATCH,
    /** What to do next. */
    STEP,
    /** What may be behind a fault, and what to ask next. */
    CAUSE,
    /** What to answer, from articles. */
    ANSWER,
    /** What the operator's systems know. */
    FACT,
    /** How it went with others. */
    CASE
}
