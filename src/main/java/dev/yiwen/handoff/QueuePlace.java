package dev.yiwen.handoff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a conversation stands in the queue and how long its customer will probably wait. Without anybody online, or outside
 * the hours of service, there is no honest estimate: both are 0.
 *
 * @param epoch of the conversation while it waits; another wait has another
 * @param position 1 for the next of those whom the same agents serve and who stood there when this one came; it never grows
 *     while the plan stays the same
 * @param putAhead how many the policy has put before this one since: more urgent, or back from an agent who was lost; they
 *     are served first as well
 * @param lowSeconds when conversations take as long as half of the recent ones did
 * @param highSeconds when they take as long as four in five did, and the offer is not accepted at once
 * @param opensAt when agents serve again; null when they do now, or nobody knows
 * @param closesAt when the hours of service end that hold the present; null outside them, or where there are none
 * @param botHelps whether the customer wants the bot to go on answering meanwhile
 * @param busyColleague the name of the colleague to whom it was handed on and who has no free hands; else null
 */
public record QueuePlace(
        int epoch,
        int position,
        int putAhead,
        int lowSeconds,
        int highSeconds,
        boolean anyoneOnline,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        boolean botHelps,
        @Nullable String busyColleague) {}
