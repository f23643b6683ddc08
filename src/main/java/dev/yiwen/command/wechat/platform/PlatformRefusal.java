package dev.yiwen.command.wechat.platform;

/** A call that the platform answers with an error code, status 200. */
public final class PlatformRefusal extends RuntimeException {
    private final int code;

    PlatformRefusal(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public int code() {
        return code;
    }
}
