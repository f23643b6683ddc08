/**
 * Owns the ways in by which a telephony system reports calls: {@code Switchboard} takes each event, whether it came over the
 * socket, over HTTP or from who hears the audio. What befell a line is kept as rows, and how it stands follows from them.
 *
 * <p>Features below learn of it through {@code conversation}: {@code CallLines} (how calls stand, how their speakers sound),
 * {@code CallLineChanged} and {@code CallToneHeard} (asynchronous CDI events on the instance that was told).
 *
 * <p>May import {@code handoff}, {@code assist}, {@code quality}, {@code answer} and everything below.
 */
@NullMarked
package dev.yiwen.channel.voice;

import org.jspecify.annotations.NullMarked;
