package dev.yiwen.channel.wechat.quota;

import java.time.Duration;

/**
 * What a customer does that allows us to write to them, how often and for how long, as WeChat's page of customer service
 * messages says (developers.weixin.qq.com, Customer_Service_Messages; for WeCom developer.work.weixin.qq.com, path 94677).
 * The numbers never add up: each trigger fills up what is left of its own.
 */
public enum Trigger {
    /** A message of theirs, on any kind of account. */
    MESSAGE(5, Duration.ofHours(48)),
    /** A tap on a menu or on a menu in a message, following, a scan: official accounts. */
    TAP(3, Duration.ofMinutes(1)),
    /** Coming into the session of a mini-program. */
    ENTER(2, Duration.ofMinutes(1));

    private final int messages;
    private final Duration within;

    Trigger(int messages, Duration within) {
        this.messages = messages;
        this.within = within;
    }

    public int messages() {
        return messages;
    }

    public Duration within() {
        return within;
    }

    /** Whether a person would come too late anyway. */
    boolean passing() {
        return within.compareTo(Duration.ofHours(1)) < 0;
    }
}
