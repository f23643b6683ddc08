package dev.yiwen.conversation;

/**
 * Where an answer comes from.
 *
 * @param article the article's slug, {@code topic/name}
 * @param title its standard question
 * @param revision the revision that was published when the answer was given
 */
public record Source(String article, String title, int revision) {}
