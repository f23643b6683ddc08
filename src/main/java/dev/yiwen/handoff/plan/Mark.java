package dev.yiwen.handoff.plan;

/** What is known of a customer that rules may look at, whatever they want. */
public enum Mark {
    /** By their profile alone: whoever only says so is not believed. */
    VIP,
    /** Elderly, ill or disabled people and children, by their profile or their words. */
    CARE
}
