package dev.yiwen.command.wechat.push;

/** One of the six shapes in which an account may want its callbacks; WeCom always uses {@link #WECOM}. */
public record PushForm(Format format, Mode mode) {
    public static final PushForm WECOM = new PushForm(Format.XML, Mode.SAFE);

    /** How the fields are written. */
    public enum Format {
        XML,
        JSON
    }

    /** How much of them can be read without the key. */
    public enum Mode {
        PLAIN,
        /** The fields, and beside them the ciphertext of the same. */
        COMPATIBLE,
        /** The ciphertext alone, beside the receiver. */
        SAFE
    }

    /** Whether a ciphertext is sent along. */
    public boolean encrypted() {
        return mode != Mode.PLAIN;
    }
}
