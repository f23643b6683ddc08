package dev.yiwen.channel.wechat.platform;

/** A picture, a sound or a film of WeChat's. */
public sealed interface Media {

    /** @param type as the platform says, for example {@code image/jpeg} */
    record Content(String type, byte[] bytes) implements Media {}

    record Missing(CallOutcome why) implements Media {}
}
