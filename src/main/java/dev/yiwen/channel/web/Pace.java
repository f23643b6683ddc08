package dev.yiwen.channel.web;

/** A token bucket: how fast one client may send. Its socket handles one frame after the other, so it needs no lock. */
final class Pace {
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final double burst;
    private double tokens;
    private long last;

    Pace(int perSecond, int burst, long nowNanos) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.tokens = burst;
        this.last = nowNanos;
    }

    boolean allows(long nowNanos) {
        tokens = Math.min(burst, tokens + (nowNanos - last) / NANOS * perSecond);
        last = nowNanos;
        if (tokens < 1) {
            return false;
        }
        tokens -= 1;
        return true;
    }
}
