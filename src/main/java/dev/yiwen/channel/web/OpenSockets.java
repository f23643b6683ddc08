package dev.yiwen.channel.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many sockets of one kind of owner this instance holds open. */
final class OpenSockets<T> {
    private final Map<T, Integer> open = new ConcurrentHashMap<>();
    private final int most;

    OpenSockets(int most) {
        this.most = most;
    }

    /** False when that owner has as many as one may. */
    boolean enter(T owner) {
        var entered = new boolean[1];
        open.compute(owner, (same, count) -> {
            var before = count == null ? 0 : count;
            entered[0] = before < most;
            return entered[0] ? before + 1 : count;
        });
        return entered[0];
    }

    /** Of one that entered. */
    void leave(T owner) {
        open.computeIfPresent(owner, (same, count) -> count > 1 ? count - 1 : null);
    }
}
