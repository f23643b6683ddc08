package dev.yiwen.channel.wechat.account;

/** Kinds of accounts; what one may send, and how it is pushed and asked, differs. */
public enum WeChatKind {
    /** An official account (公众号). */
    MP,
    /** A mini-program's customer service (小程序客服). */
    MA,
    /** WeCom's customer service (微信客服), one link or entry of it. */
    KF;

    /** Whether it is asked at WeCom, by a corporation's id. */
    public boolean ofWeCom() {
        return this == KF;
    }
}
