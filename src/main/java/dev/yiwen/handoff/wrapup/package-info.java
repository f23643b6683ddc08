/**
 * Owns the record of a conversation at its end: what it is drafted from, its category, what the agent confirmed, and how long
 * that took. May import {@code packet}, {@code queue} and everything below.
 */
@NullMarked
package dev.yiwen.handoff.wrapup;

import org.jspecify.annotations.NullMarked;
