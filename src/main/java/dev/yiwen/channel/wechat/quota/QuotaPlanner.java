package dev.yiwen.channel.wechat.quota;

import dev.yiwen.channel.wechat.quota.NextMessage.Hold;
import dev.yiwen.channel.wechat.quota.NextMessage.Rest;
import dev.yiwen.channel.wechat.quota.NextMessage.Say;
import dev.yiwen.channel.wechat.quota.WaitingBubble.Voice;
import java.time.Instant;
import java.util.List;

/**
 * Makes do with the few messages that WeChat allows: what waits together goes together, as long as it fits one message and
 * one voice says it; where that would still be too many, voices go together, too. The last one of a long time is kept for a
 * person. What finds no room waits until the customer writes again, and the last message before says so.
 */
public final class QuotaPlanner {
    private static final String BETWEEN = "\n\n";

    private final String more;

    /** @param more what is added when something is left that may not be said now; below {@link Utf8Text#ROOM} bytes */
    public QuotaPlanner(String more) {
        if (Utf8Text.bytes(BETWEEN + more) > Utf8Text.ROOM) {
            throw new IllegalArgumentException("Longer than " + Utf8Text.ROOM + " bytes: " + more);
        }
        this.more = more;
    }

    /** @param waiting in their order */
    public NextMessage next(MessageBudget budget, List<WaitingBubble> waiting, Instant now) {
        if (waiting.isEmpty()) {
            return new Rest();
        }
        boolean person = waiting.stream().anyMatch(it -> it.voice() == Voice.PERSON);
        int allowed = waiting.getFirst().voice() == Voice.PERSON ? budget.left(now) : budget.forBot(now);
        if (allowed <= 0 && person) {
            // What the bot said before may not keep a person waiting for whom one was kept.
            allowed = budget.left(now);
        }
        if (allowed <= 0) {
            return new Hold();
        }
        boolean mixed = messages(waiting, false) > allowed;
        int taken = first(waiting, mixed);
        var text = String.join(
                BETWEEN,
                waiting.subList(0, taken).stream().map(WaitingBubble::text).toList());
        boolean last = allowed == 1 && taken < waiting.size();
        return new Say(last ? withMore(text) : text, taken);
    }

    private String withMore(String text) {
        var whole = text + BETWEEN + more;
        return text.endsWith(more) || Utf8Text.bytes(whole) > Utf8Text.MESSAGE ? text : whole;
    }

    private static int messages(List<WaitingBubble> waiting, boolean mixed) {
        int messages = 0;
        for (int at = 0; at < waiting.size(); at += first(waiting.subList(at, waiting.size()), mixed)) {
            messages++;
        }
        return messages;
    }

    /** How many from the first fit one message. */
    private static int first(List<WaitingBubble> waiting, boolean mixed) {
        int bytes = 0;
        int taken = 0;
        for (var it : waiting) {
            int more = Utf8Text.bytes(it.text()) + (taken == 0 ? 0 : Utf8Text.bytes(BETWEEN));
            boolean fits = bytes + more <= Utf8Text.LONGEST;
            boolean goesWith = mixed || it.voice() == waiting.getFirst().voice();
            if (taken > 0 && !(fits && goesWith)) {
                break;
            }
            bytes += more;
            taken++;
        }
        return taken;
    }
}
