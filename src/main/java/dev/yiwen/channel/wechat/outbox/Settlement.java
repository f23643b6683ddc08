package dev.yiwen.channel.wechat.outbox;

import dev.yiwen.channel.wechat.platform.CallOutcome;
import dev.yiwen.channel.wechat.platform.ErrorCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What follows from how a request went.
 *
 * @param code WeChat's, where it refused
 * @param reason a word of ours
 * @param exhausted whether nothing may be said to the customer until they do something
 * @param pause until the customer's next message is looked at
 */
record Settlement(
        OutboxState state, @Nullable Integer code, @Nullable String reason, boolean exhausted, Duration pause) {
    /** About an hour in all, for what never reached WeChat. */
    private static final int MOST_TRIES = 12;

    private static final Duration NONE = Duration.ZERO;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** Whether it counts for nothing: it was refused, or goes out again under the same id. */
    boolean refunds() {
        return !exhausted && (state == OutboxState.PLANNED || state == OutboxState.FAILED);
    }

    /**
     * @param repeatable whether sending it again cannot make two of it: WeCom knows a message by its id
     * @param tries with this one
     */
    static Settlement of(CallOutcome outcome, boolean repeatable, int tries) {
        return switch (outcome) {
            case CallOutcome.Done done -> sent();
            case CallOutcome.NotSent it -> again(null, it.why(), tries, MOST_TRIES);
            case CallOutcome.Unknown it ->
                repeatable ? again(null, it.why(), tries, MOST_TRIES) : unknown(null, it.why());
            case CallOutcome.Refused it -> refused(it, repeatable, tries);
        };
    }

    /** It cannot go at all, for a reason that the doctor knows. */
    static Settlement failed(String reason) {
        return new Settlement(OutboxState.FAILED, null, reason, false, NONE);
    }

    private static Settlement refused(CallOutcome.Refused it, boolean repeatable, int tries) {
        if (repeatable && tries > 1 && it.words().contains("msgid")) {
            // It is there already: what became of the try before nobody had heard.
            return sent();
        }
        return switch (ErrorCode.of(it.code())) {
            case BUSY -> repeatable ? again(it.code(), "busy", tries, MOST_TRIES) : unknown(it.code(), "busy");
            case TOKEN -> again(it.code(), "token", tries, MOST_TRIES);
            case RATE -> again(it.code(), "rate", tries, MOST_TRIES);
            case QUOTA -> new Settlement(OutboxState.PLANNED, it.code(), "quota", true, NONE);
            case SESSION -> new Settlement(OutboxState.FAILED, it.code(), "session", false, NONE);
            case FINAL -> new Settlement(OutboxState.FAILED, it.code(), "refused", false, NONE);
        };
    }

    private static Settlement sent() {
        return new Settlement(OutboxState.SENT, null, null, false, NONE);
    }

    private static Settlement unknown(@Nullable Integer code, String why) {
        return new Settlement(OutboxState.UNKNOWN, code, why, false, NONE);
    }

    private static Settlement again(@Nullable Integer code, String why, int tries, int most) {
        if (tries >= most) {
            return new Settlement(OutboxState.FAILED, code, why, false, NONE);
        }
        var pause = Duration.ofSeconds(1L << Math.min(tries, 9));
        return new Settlement(OutboxState.PLANNED, code, why, false, pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
    }
}
