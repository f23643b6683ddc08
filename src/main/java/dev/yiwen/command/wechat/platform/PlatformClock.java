package dev.yiwen.command.wechat.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The platform's own time, which can be moved ahead. What falls due on the way is done in its order, each at its moment.
 * A running one also goes by itself; a standing one only moves when told.
 */
public final class PlatformClock extends Clock implements AutoCloseable {
    private static final long FOREVER = 60_000;

    private record Due(Instant at, long order, Runnable task) {}

    private final Clock base;
    private final PriorityQueue<Due> waiting =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::order));
    private final @Nullable Thread ticking;
    private Duration ahead = Duration.ZERO;
    private long order;
    private Runnable calm = () -> {};

    private PlatformClock(Clock base, boolean runs) {
        this.base = base;
        ticking = runs ? Thread.ofVirtual().name("platform-clock").start(this::tick) : null;
    }

    /** Moves only when told. */
    public static PlatformClock standingAt(Instant start) {
        return new PlatformClock(Clock.fixed(start, ZoneOffset.UTC), false);
    }

    public static PlatformClock running() {
        return new PlatformClock(Clock.systemUTC(), true);
    }

    /** What is waited for before each step ahead: that nothing of the moment before is still under way. */
    void calmBy(Runnable wait) {
        calm = wait;
    }

    @Override
    public synchronized Instant instant() {
        return base.instant().plus(ahead);
    }

    synchronized void at(Instant moment, Runnable task) {
        waiting.add(new Due(moment, order++, task));
        notifyAll();
    }

    /** Ahead by so much; returns when all that fell due is done and has settled. */
    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("time goes forward only");
        }
        calm.run();
        var target = instant().plus(by);
        for (var due = next(target); due != null; due = next(target)) {
            due.task().run();
            calm.run();
        }
        move(target);
    }

    /** The next that is due until then, with the clock set to its moment. */
    private synchronized @Nullable Due next(Instant target) {
        var due = waiting.peek();
        if (due == null || due.at().isAfter(target)) {
            return null;
        }
        waiting.remove();
        move(due.at());
        return due;
    }

    private synchronized void move(Instant moment) {
        var now = instant();
        if (moment.isAfter(now)) {
            ahead = ahead.plus(Duration.between(now, moment));
        }
    }

    private void tick() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var due = awaitDue();
                due.task().run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Due awaitDue() throws InterruptedException {
        while (true) {
            var due = next(instant());
            if (due != null) {
                return due;
            }
            var first = waiting.peek();
            long pause = first == null
                    ? FOREVER
                    : Duration.between(instant(), first.at()).toMillis() + 1;
            wait(Math.clamp(pause, 1, FOREVER));
        }
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        if (ticking != null) {
            ticking.interrupt();
        }
    }
}
