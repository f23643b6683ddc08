/**
 * Owns the queue, presence, routing, the context packet and the agent socket.
 *
 * <p>May import {@code triage}, {@code retrieval} and everything below.
 */
@NullMarked
package dev.yiwen.handoff;

import org.jspecify.annotations.NullMarked;
