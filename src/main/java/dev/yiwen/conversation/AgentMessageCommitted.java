package dev.yiwen.conversation;

/**
 * Fired (as an asynchronous CDI event, on the instance that stored it) after what an agent wrote, or said on a call, was
 * committed.
 */
public record AgentMessageCommitted(Conversation conversation, Message message) {}
