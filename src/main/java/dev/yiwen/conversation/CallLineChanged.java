package dev.yiwen.conversation;

/**
 * Fired (asynchronous CDI event, on the instance that was told) after an event of a call's line was committed: held, resumed,
 * muted, put through … A customer who is on hold is not silent, and an agent who is muted says nothing on purpose.
 */
public record CallLineChanged(ConversationId conversation, CallLine line) {}
