package dev.yiwen.conversation;

/** The last message that each side has read; 0 for none. */
public record ReadMarks(long customer, long agent) {}
