package dev.yiwen.triage.emotion;

/**
 * A text as the model reads it.
 *
 * @param text in lower case, of one width and one script
 * @param angryWords how strong the angry words of the list are, 0 to 1
 */
public record Words(String text, double angryWords) {}
