package dev.yiwen.triage.emotion;

/**
 * A text of which people said whether it is angry.
 *
 * @param speaker in a conversation, who said it; empty elsewhere
 */
public record Labelled(String speaker, Words words, boolean angry) {}
