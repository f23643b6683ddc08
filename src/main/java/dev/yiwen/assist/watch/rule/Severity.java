package dev.yiwen.assist.watch.rule;

/** How much a warning matters. */
public enum Severity {
    REMIND,
    GRAVE
}
