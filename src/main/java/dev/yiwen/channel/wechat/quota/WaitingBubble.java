package dev.yiwen.channel.wechat.quota;

/** Something that waits to be said, in at most {@link Utf8Text#LONGEST} bytes. */
public record WaitingBubble(Voice voice, String text) {

    public enum Voice {
        /** The bot, or the service itself. */
        BOT,
        /** A person of staff. */
        PERSON
    }
}
