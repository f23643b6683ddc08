package dev.yiwen.channel.wechat.platform;

import java.util.Set;

/** What follows from an error code of WeChat; what it means to people is in {@link Doctor}. */
public enum ErrorCode {
    /** Whether it was done nobody knows: the platform itself was at a loss. */
    BUSY(Set.of(-1)),
    /** The access token is not valid (any more). */
    TOKEN(Set.of(40001, 40014, 42001, 42007, 41001)),
    /** More was said than the customer allowed, or later. */
    QUOTA(Set.of(45015, 45047, 95001, 95002)),
    /** Too many requests by us; later ones pass. */
    RATE(Set.of(45009, 45011, 45033)),
    /** People of WeCom serve the customer now, or nobody any more. */
    SESSION(Set.of(95018, 95016, 95013)),
    /** Anything else: as it is, it will not be done. */
    FINAL(Set.of());

    private final Set<Integer> codes;

    ErrorCode(Set<Integer> codes) {
        this.codes = codes;
    }

    public static ErrorCode of(int code) {
        for (var it : values()) {
            if (it.codes.contains(code)) {
                return it;
            }
        }
        return FINAL;
    }
}
