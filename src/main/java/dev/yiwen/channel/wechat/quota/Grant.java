package dev.yiwen.channel.wechat.quota;

import java.time.Instant;

/** What one trigger still allows. */
public record Grant(Trigger trigger, int left, Instant until) {

    static Grant of(Trigger trigger, Instant at, int said) {
        return new Grant(trigger, Math.max(0, trigger.messages() - said), at.plus(trigger.within()));
    }

    boolean stands(Instant now) {
        return left > 0 && now.isBefore(until);
    }

    Grant spent() {
        return new Grant(trigger, Math.max(0, left - 1), until);
    }

    Grant refunded() {
        return new Grant(trigger, Math.min(trigger.messages(), left + 1), until);
    }
}
