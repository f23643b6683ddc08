package dev.yiwen.knowledge;

/**
 * Whom an answer is worded for.
 *
 * @param tier how valued a customer is, as the host application says; 0 for anybody
 */
public record Addressee(AnswerChannel channel, int tier) {
    /** Anybody who writes in a chat. */
    public static final Addressee ANYBODY = new Addressee(AnswerChannel.CHAT, 0);
}
