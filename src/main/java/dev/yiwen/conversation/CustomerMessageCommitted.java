package dev.yiwen.conversation;

/**
 * Fired (as an asynchronous CDI event, on the instance that stored it) after a customer's message was committed. While
 * {@code conversation.owner()} is the bot, the answer feature takes its turn; assist reads those of agents. A turn that
 * is lost with its instance is fired again by the sweep of overdue turns.
 */
public record CustomerMessageCommitted(Conversation conversation, Message message) {}
