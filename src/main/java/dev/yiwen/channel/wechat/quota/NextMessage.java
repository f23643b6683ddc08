package dev.yiwen.channel.wechat.quota;

/** What to do with the bubbles that wait for one customer. */
public sealed interface NextMessage {

    /**
     * Send this now.
     *
     * @param bubbles how many of those that wait, from the first, it is made of
     */
    record Say(String text, int bubbles) implements NextMessage {}

    /** Nothing may be said until the customer does something. */
    record Hold() implements NextMessage {}

    /** Nothing waits. */
    record Rest() implements NextMessage {}
}
