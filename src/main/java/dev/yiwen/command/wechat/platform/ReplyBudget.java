package dev.yiwen.command.wechat.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many messages may still be sent to one customer. Each kind of action of theirs opens a window of its own, which the
 * next such action fills up again and never adds to. A message is taken from the window that closes first.
 *
 * <p>That windows of different kinds stand side by side is not documented.
 */
final class ReplyBudget {
    private final Map<Trigger, Window> windows = new EnumMap<>(Trigger.class);

    /** What a customer does, and what may follow. */
    enum Trigger {
        MESSAGE(AccountSettings.PER_MESSAGE, Duration.ofHours(48)),
        /** Entering the customer service of a mini-program. */
        ENTER(2, Duration.ofMinutes(1)),
        /** A menu of an official account, or a link in a message menu: no message of theirs. */
        CLICK(3, Duration.ofMinutes(1)),
        FOLLOW(3, Duration.ofMinutes(1)),
        SCAN(3, Duration.ofMinutes(1)),
        PAYMENT(Integer.MAX_VALUE, Duration.ofHours(48));

        private final int count;
        private final Duration length;

        Trigger(int count, Duration length) {
            this.count = count;
            this.length = length;
        }
    }

    record Window(Trigger trigger, int left, Instant until) {}

    /** Why nothing more may be sent. */
    enum Spent {
        NO,
        TIME,
        COUNT
    }

    void open(Trigger trigger, int perMessage, Instant now) {
        windows.put(
                trigger,
                new Window(trigger, trigger == Trigger.MESSAGE ? perMessage : trigger.count, now.plus(trigger.length)));
    }

    /** Takes one message, if there is one. */
    Spent spend(Instant now) {
        var open = open(now);
        if (open.isEmpty()) {
            return Spent.TIME;
        }
        for (var window : open) {
            if (window.left() > 0) {
                windows.put(window.trigger(), new Window(window.trigger(), window.left() - 1, window.until()));
                return Spent.NO;
            }
        }
        return Spent.COUNT;
    }

    /** Those that are open, the first to close first. */
    List<Window> open(Instant now) {
        windows.values().removeIf(it -> !it.until().isAfter(now));
        var open = new ArrayList<>(windows.values());
        open.sort(Comparator.comparing(Window::until));
        return open;
    }
}
