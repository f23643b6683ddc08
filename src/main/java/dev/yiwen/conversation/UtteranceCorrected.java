package dev.yiwen.conversation;

/** An utterance, of the customer or the agent, has other words now, as recognition corrected itself. */
public record UtteranceCorrected(Conversation conversation, Message message) {}
