package dev.yiwen.handoff.presence;

/** Why an agent is not online. */
public enum Away {
    /** The agent said so. */
    BREAK,
    /** No page of the agent's was open, or reachable, for longer than the heartbeat. */
    CLOSED,
    /** The last session was ended. */
    SIGNED_OUT
}
