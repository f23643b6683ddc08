package dev.yiwen.channel.wechat.outbox;

/** How a message that goes out stands. */
public enum OutboxState {
    /** It waits: for its turn, or until the customer allows more by writing. */
    PLANNED,
    /** An instance is at it. */
    SENDING,
    /** WeChat has accepted it. */
    SENT,
    /** It was handed over, and nobody knows what became of it. Never repeated by itself. */
    UNKNOWN,
    /** WeChat has refused it, or said later that it did not arrive. */
    FAILED,
    /** It went in one message with another. */
    MERGED
}
