package dev.yiwen.channel.wechat.outbox;

/** What a message that goes out is to WeChat. */
public enum MessageForm {
    TEXT,
    IMAGE,
    /** A document: of WeCom's customer service alone. */
    FILE,
    /** A question with answers to tap, in WeCom after an event: costs nothing of what may be said. */
    MENU,
    /** A subscribe message: an answer waits. Costs a consent. */
    REMINDER
}
