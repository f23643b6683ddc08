package dev.yiwen.file;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes of others may be in memory at once, and of one holder, which has one part at a time. Who does not fit waits in
 * order; only those whose holder is busy let others pass.
 */
final class ByteBudget {
    private final long total;
    private final long perPlace;
    private final int mostWaiting;
    private long used;
    private final Map<String, Long> usedByPlace = new HashMap<>();
    private final Set<String> busy = new HashSet<>();
    private final Deque<Claim> waiting = new ArrayDeque<>();

    /**
     * @param total bytes, of which one place has half
     * @param mostWaiting of one holder
     */
    ByteBudget(long total, int mostWaiting) {
        this.total = total;
        this.perPlace = total / 2;
        this.mostWaiting = mostWaiting;
    }

    /** Something that wants memory; {@code go} is called once, when it may have it, on whatever thread made room. */
    final class Claim {
        private final String holder;
        private final String place;
        private final long bytes;
        private final Runnable go;
        private State state = State.WAITING;

        private Claim(String holder, String place, long bytes, Runnable go) {
            this.holder = holder;
            this.place = place;
            this.bytes = bytes;
            this.go = go;
        }

        /** Gives it back, or stops waiting; again changes nothing. */
        void release() {
            end(this);
        }

        /** Whether it stopped waiting now: it will never go. */
        boolean giveUp() {
            synchronized (ByteBudget.this) {
                if (state != State.WAITING) {
                    return false;
                }
                end(this);
                return true;
            }
        }
    }

    private enum State {
        WAITING,
        HELD,
        OVER
    }

    /**
     * @param holder who has one at a time
     * @param place where holders come from, which together have half
     * @return null when that holder waits for too many already
     */
    @Nullable Claim claim(String holder, String place, long bytes, Runnable go) {
        var claim = new Claim(holder, place, Math.min(bytes, perPlace), go);
        synchronized (this) {
            if (waiting.stream().filter(it -> it.holder.equals(holder)).count() >= mostWaiting) {
                return null;
            }
            waiting.addLast(claim);
        }
        admit();
        return claim;
    }

    private void end(Claim claim) {
        synchronized (this) {
            if (claim.state == State.WAITING) {
                waiting.remove(claim);
            } else if (claim.state == State.HELD) {
                used -= claim.bytes;
                usedByPlace.merge(claim.place, -claim.bytes, (a, b) -> a + b == 0 ? null : Long.valueOf(a + b));
                busy.remove(claim.holder);
            }
            claim.state = State.OVER;
        }
        admit();
    }

    private void admit() {
        List<Claim> admitted = new ArrayList<>();
        synchronized (this) {
            for (var each = waiting.iterator(); each.hasNext(); ) {
                var claim = each.next();
                if (busy.contains(claim.holder) || usedByPlace.getOrDefault(claim.place, 0L) + claim.bytes > perPlace) {
                    continue;
                }
                if (used + claim.bytes > total) {
                    break;
                }
                each.remove();
                used += claim.bytes;
                usedByPlace.merge(claim.place, claim.bytes, Long::sum);
                busy.add(claim.holder);
                claim.state = State.HELD;
                admitted.add(claim);
            }
        }
        admitted.forEach(it -> it.go.run());
    }
}
