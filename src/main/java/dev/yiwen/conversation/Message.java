package dev.yiwen.conversation;

import java.time.Instant;

/** One immutable message, numbered 1, 2, 3 … in its conversation. */
public record Message(ConversationId conversation, long seq, Author author, Body body, Instant at) {}
