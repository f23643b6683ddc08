package dev.yiwen.channel.wechat.quota;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What may still be said to one customer of one account. Whether WeChat counts the triggers apart or together it does not
 * say, so a message is taken from all of them: we may say less than allowed, and never more.
 */
public record MessageBudget(@JsonValue List<Grant> grants) {
    /** Nothing may be said: at first, and when WeChat says so whatever we counted. */
    public static final MessageBudget NONE = new MessageBudget(List.of());

    @JsonCreator
    public MessageBudget {
        grants = List.copyOf(grants);
    }

    /** As if nothing had been said since. */
    public MessageBudget after(Trigger trigger, Instant at) {
        return after(trigger, at, 0);
    }

    /**
     * The customer has done this at that moment; what it allowed before is forgotten.
     *
     * @param said how many messages have gone to them since that moment: WeChat counts from there, however late we hear of it
     */
    public MessageBudget after(Trigger trigger, Instant at, int said) {
        var fresh = Grant.of(trigger, at, said);
        var all = new ArrayList<Grant>();
        for (var it : grants) {
            if (it.trigger() != trigger) {
                all.add(it);
            } else if (it.until().isAfter(fresh.until())) {
                // Came late: what they did since allows more.
                return this;
            }
        }
        all.add(fresh);
        return new MessageBudget(all);
    }

    /** Something was sent, or is about to be. */
    public MessageBudget spend() {
        return new MessageBudget(grants.stream().map(Grant::spent).toList());
    }

    /** What was about to be sent was not. */
    public MessageBudget refund() {
        return new MessageBudget(grants.stream().map(Grant::refunded).toList());
    }

    public int left(Instant now) {
        return best(now).map(Grant::left).orElse(0);
    }

    /** When what is left lapses; empty when nothing is left. */
    public Optional<Instant> until(Instant now) {
        return best(now).map(Grant::until);
    }

    /** What the bot may use: where a person may still want to write, one is kept for them. */
    int forBot(Instant now) {
        return best(now)
                .map(it -> it.trigger().passing() ? it.left() : it.left() - 1)
                .orElse(0);
    }

    private Optional<Grant> best(Instant now) {
        return grants.stream()
                .filter(it -> it.stands(now))
                .max(Comparator.comparingInt(Grant::left).thenComparing(Grant::until));
    }
}
