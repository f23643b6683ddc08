package dev.yiwen.conversation;

/** Fired (asynchronous CDI event, on the instance that changed it) after a change of owner was committed. */
public record OwnerChanged(Conversation before, Conversation after) {}
