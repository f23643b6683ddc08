package dev.yiwen.command.bench.handoff;

/** The places in the queue that one customer was told, and whether they were as promised. */
final class QueuePositions {
    private int told;
    private int risen;
    private int late;
    private int putBack;
    private int mostPutAhead;
    private int position = Integer.MAX_VALUE;
    private int all = Integer.MAX_VALUE;

    /** @param waits whether the customer waits still, as far as they know */
    void told(int number, int putAhead, boolean waits) {
        told++;
        if (!waits) {
            late++;
        }
        if (number > position) {
            risen++;
        }
        if (number + putAhead > all) {
            putBack++;
        }
        mostPutAhead = Math.max(mostPutAhead, putAhead);
        position = number;
        all = number + putAhead;
    }

    int told() {
        return told;
    }

    /** Numbers that were worse than the one before. */
    int risen() {
        return risen;
    }

    /** Told to somebody who had an agent already. */
    int late() {
        return late;
    }

    /** Times at which more were said to be served before than at the time before. */
    int putBack() {
        return putBack;
    }

    int mostPutAhead() {
        return mostPutAhead;
    }
}
