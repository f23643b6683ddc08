package dev.yiwen.conversation;

/**
 * Fired (as an asynchronous CDI event, on the instance that stored it) after an agent confirmed how a conversation ended. Who
 * corrects it confirms again: the later one counts. Personal data in the agent's words is not masked here.
 *
 * @param problem what the customer wanted
 * @param done what was done about it; empty when the agent wrote nothing
 * @param outcome how it ended: {@code resolved}, {@code ticket}, {@code escalated}, {@code transferred}, {@code noResponse},
 *     {@code invalid}, or what another client says; empty when nobody said
 */
public record WrappedUp(ConversationId conversation, String problem, String done, String outcome) {}
