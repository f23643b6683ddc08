/**
 * Owns the queue, presence, routing, the context packet and the agent socket. Here is what other features ask, and what keeps
 * the parts going; the parts may use it, and each other downwards: presence, transfer and wait use matching, which uses queue;
 * caller uses packet and queue.
 *
 * <p>May import {@code triage}, {@code retrieval} and everything below.
 */
@NullMarked
package dev.yiwen.handoff;

import org.jspecify.annotations.NullMarked;
