package dev.yiwen.channel.wechat.platform;

import com.fasterxml.jackson.databind.JsonNode;

/** What became of a request to WeChat. */
public sealed interface CallOutcome {

    /** It was done. */
    record Done(JsonNode answer) implements CallOutcome {}

    /** WeChat has refused it, so it was not done. */
    record Refused(int code, String words) implements CallOutcome {}

    /** It never reached WeChat, so it was not done. */
    record NotSent(String why) implements CallOutcome {}

    /** It was sent, and nobody knows whether it was done. */
    record Unknown(String why) implements CallOutcome {}
}
