package dev.yiwen.triage;

/**
 * What one side of a conversation said.
 *
 * @param customer otherwise an agent or the bot
 */
public record Spoken(boolean customer, String text) {}
