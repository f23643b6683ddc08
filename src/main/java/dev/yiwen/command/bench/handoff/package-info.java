/** Owns the measurement of a burst: thousands who ask for a human at once, and the agents who work through them. */
@NullMarked
package dev.yiwen.command.bench.handoff;

import org.jspecify.annotations.NullMarked;
