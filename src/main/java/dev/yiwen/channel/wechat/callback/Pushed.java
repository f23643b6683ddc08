package dev.yiwen.channel.wechat.callback;

import org.jspecify.annotations.Nullable;

/**
 * What a request to a callback turned out to be.
 */
sealed interface Pushed {

    /**
     * WeChat has sent it.
     *
     * @param source who: a customer, or of WeCom the customer service that has news
     * @param dedup the platform's own id of it; a repetition has the same
     * @param body in plain text, as it came
     * @param key the AES key that it was encrypted with; null in plain text
     * @param answerable whether the customer waits for an answer, which the callback's own may be
     */
    record Genuine(
            String source,
            String dedup,
            String body,
            @Nullable String key,
            boolean answerable) implements Pushed {}

    /** Somebody else has sent it, or it cannot be read. Which of the two is nobody's business. */
    record Forged() implements Pushed {}
}
