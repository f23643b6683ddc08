package dev.yiwen.conversation;

/** A customer's utterance has other words now, as recognition corrected itself. */
public record UtteranceCorrected(Conversation conversation, Message message) {}
