package dev.yiwen.quality.review;

import java.time.LocalDate;

/**
 * A day's share.
 *
 * @param n conversations that count
 * @param hits those of which it is true
 */
public record ShareDay(LocalDate day, int n, int hits) {
    public ShareDay {
        if (hits < 0 || hits > n) {
            throw new IllegalArgumentException(hits + " of " + n);
        }
    }

    ShareDay less(ShareDay part) {
        return new ShareDay(day, n - part.n, hits - part.hits);
    }

    double low() {
        return Interval.of(n, hits).low();
    }
}
