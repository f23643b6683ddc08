package dev.yiwen.assist.watch.rule;

/** What a rule demands of an agent. */
public enum RuleKind {
    /** Not to say these words. */
    FORBIDDEN,
    /** Before these words, to have said one of others. */
    DUTY
}
