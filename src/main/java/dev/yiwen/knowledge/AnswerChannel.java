package dev.yiwen.knowledge;

import java.util.Locale;
import java.util.Optional;

/** By what an answer reaches whoever asked; finer than the product's own channels, where the same words do not fit everywhere. */
public enum AnswerChannel {
    /** Whatever it comes by. */
    ANY,
    /** The chat of a web page or an app. */
    CHAT,
    /** A mini-program's narrow page: the short form. */
    MINI_PROGRAM,
    /** A sentence that somebody says into a telephone. */
    SPOKEN,
    /** WeChat's plain text: no Markdown. */
    WECHAT;

    /** As files and requests name it, {@code mini-program}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<AnswerChannel> of(String key) {
        var wanted = key.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        for (var channel : values()) {
            if (channel.name().equals(wanted)) {
                return Optional.of(channel);
            }
        }
        return Optional.empty();
    }
}
