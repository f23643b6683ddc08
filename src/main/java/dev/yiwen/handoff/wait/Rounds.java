package dev.yiwen.handoff.wait;

import java.util.Arrays;

/** Counts how many places were given no later than a round; a Fenwick tree, since thousands ask for thousands. */
final class Rounds {
    private final long[] known;
    private final int[] counts;
    private int all;

    /** @param known all rounds that will be added or asked for, in rising order */
    Rounds(long[] known) {
        this.known = known.clone();
        this.counts = new int[known.length + 1];
    }

    void add(long round) {
        all++;
        for (var at = place(round); at < counts.length; at += at & -at) {
            counts[at]++;
        }
    }

    int upTo(long round) {
        var sum = 0;
        for (var at = place(round); at > 0; at -= at & -at) {
            sum += counts[at];
        }
        return sum;
    }

    int all() {
        return all;
    }

    private int place(long round) {
        return Arrays.binarySearch(known, round) + 1;
    }
}
