/**
 * Owns the sockets through which a telephony system reports calls and their transcripts.
 *
 * <p>May import {@code handoff}, {@code assist}, {@code quality}, {@code answer} and everything below.
 */
@NullMarked
package dev.yiwen.channel.voice;

import org.jspecify.annotations.NullMarked;
