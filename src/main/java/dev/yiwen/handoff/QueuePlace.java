package dev.yiwen.handoff;

/**
 * Where a conversation stands in the queue and how long its customer will probably wait. Without anybody online there is
 * no honest estimate: both are 0.
 *
 * @param position 1 for the next
 * @param lowSeconds when conversations take as long as half of the recent ones did
 * @param highSeconds when they take as long as four in five did, and the offer is not accepted at once
 */
public record QueuePlace(int position, int lowSeconds, int highSeconds, boolean anyoneOnline) {}
