package dev.yiwen.command.wechat.http;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The latest calls of the interface, and how often each error code was answered since the start. */
final class CallLedger {
    private static final int KEPT = 1_000;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Map<Integer, Integer> codes = new TreeMap<>();

    /**
     * One call.
     *
     * @param outcome the error code, or what the script did
     */
    record Entry(Instant at, String path, String account, String outcome) {}

    synchronized void add(Entry entry) {
        entries.add(entry);
        if (entries.size() > KEPT) {
            entries.remove();
        }
    }

    synchronized void code(int code) {
        codes.merge(code, 1, Integer::sum);
    }

    synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    synchronized Map<Integer, Integer> codes() {
        return new TreeMap<>(codes);
    }
}
