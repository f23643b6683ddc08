package dev.yiwen.channel.web;

/** A token bucket: how fast somebody may send, on several sockets at once. */
final class TokenBucket {
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final double burst;
    private double tokens;
    private long last;

    TokenBucket(double perSecond, int burst, long nowNanos) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.tokens = burst;
        this.last = nowNanos;
    }

    synchronized boolean allows(long nowNanos) {
        tokens = Math.min(burst, tokens + Math.max(0, nowNanos - last) / NANOS * perSecond);
        last = Math.max(last, nowNanos);
        if (tokens < 1) {
            return false;
        }
        tokens -= 1;
        return true;
    }
}
