package dev.yiwen.conversation;

import java.time.Instant;

/**
 * How a speaker of a call sounds.
 *
 * @param rate characters a second
 * @param loudness decibels; those of one call compare with each other, not with another line's
 * @param usualRate the mean of the call so far, this reading included
 * @param usualLoudness likewise
 * @param readings how many the means are of
 */
public record CallTone(
        Participant speaker,
        double rate,
        double loudness,
        Instant at,
        int readings,
        double usualRate,
        double usualLoudness) {}
