package dev.yiwen.conversation;

/** The way a customer reached us. */
public enum Channel {
    WEB,
    VOICE
}
