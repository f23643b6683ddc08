package dev.yiwen.conversation;

import java.time.Duration;
import java.util.List;

/**
 * How a speaker of a call has sounded: at the beginning, and of late.
 *
 * @param heard from the first reading to the last
 * @param first readings of the speaker's first minute, at most sixty, in order
 * @param last the last five readings; in a short call some of them are of the first minute, too
 * @param readings how many there were in all
 */
public record ToneCourse(Participant speaker, Duration heard, List<Reading> first, List<Reading> last, int readings) {
    public ToneCourse {
        first = List.copyOf(first);
        last = List.copyOf(last);
    }

    /**
     * @param rate characters a second
     * @param loudness decibels; those of one speaker in one call compare with each other
     */
    public record Reading(double rate, double loudness) {}
}
