package dev.yiwen.conversation;

/** The way a customer reached us. */
public enum Channel {
    WEB,
    VOICE,
    /** Official accounts, mini-programs' customer service, WeCom's customer service. */
    WECHAT,
    /** Comments, posts and groups that another system reads and hands in. */
    SOCIAL
}
