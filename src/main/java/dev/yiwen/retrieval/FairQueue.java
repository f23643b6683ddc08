package dev.yiwen.retrieval;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Work that waits, taken in turns: whoever brings much waits behind themselves, and others come in between. One piece of
 * everybody's work is done at a time.
 */
final class FairQueue<T> {
    private final int capacity;
    private final int each;
    private final int atOnce;
    private final Map<Object, Deque<T>> waiting = new HashMap<>();
    private final Set<Object> busy = new HashSet<>();
    // Whose next piece may be taken, in that order.
    private final Deque<Object> next = new ArrayDeque<>();
    private int size;

    /**
     * @param capacity pieces that may wait in all
     * @param each pieces of one person that may wait
     * @param atOnce pieces that may be taken and not yet done
     */
    FairQueue(int capacity, int each, int atOnce) {
        this.capacity = capacity;
        this.each = each;
        this.atOnce = atOnce;
    }

    /** False when too many wait already. */
    synchronized boolean offer(Object whose, T work) {
        if (size >= capacity || isFull(whose)) {
            return false;
        }
        Deque<T> mine = waiting.computeIfAbsent(whose, it -> new ArrayDeque<>());
        if (mine.isEmpty() && !busy.contains(whose)) {
            next.add(whose);
        }
        mine.add(work);
        size++;
        return true;
    }

    /** Null when nothing may be begun now; what is taken must be {@link #done}. */
    synchronized @Nullable T poll() {
        if (busy.size() >= atOnce || next.isEmpty()) {
            return null;
        }
        Object whose = next.remove();
        Deque<T> mine = waiting.getOrDefault(whose, new ArrayDeque<>());
        T work = mine.remove();
        if (mine.isEmpty()) {
            waiting.remove(whose);
        }
        busy.add(whose);
        size--;
        return work;
    }

    /** Whoever has more waits behind the others. */
    synchronized void done(Object whose) {
        if (busy.remove(whose) && waiting.containsKey(whose)) {
            next.add(whose);
        }
    }

    synchronized boolean isFull(Object whose) {
        Deque<T> mine = waiting.get(whose);
        return mine != null && mine.size() >= each;
    }

    /** Whether one more would be refused, or soon. */
    synchronized boolean isNearlyFull() {
        return capacity - size <= capacity / 8;
    }
}
