package dev.yiwen.knowledge;

/** Who may see an article. */
public enum Audience {
    CUSTOMER,
    /** Agents only: scripts, retention offers. Never reaches a customer. */
    AGENT
}
