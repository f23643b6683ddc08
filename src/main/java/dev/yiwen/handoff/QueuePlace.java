package dev.yiwen.handoff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a conversation stands in the queue and how long its customer will probably wait. Without anybody online, or outside
 * the hours of service, there is no honest estimate: both are 0.
 *
 * @param position 1 for the next of those whom the same agents serve
 * @param lowSeconds when conversations take as long as half of the recent ones did
 * @param highSeconds when they take as long as four in five did, and the offer is not accepted at once
 * @param opensAt when agents serve again; null when they do now, or nobody knows
 * @param botHelps whether the customer wants the bot to go on answering meanwhile
 */
public record QueuePlace(
        int position,
        int lowSeconds,
        int highSeconds,
        boolean anyoneOnline,
        @Nullable Instant opensAt,
        boolean botHelps) {}
