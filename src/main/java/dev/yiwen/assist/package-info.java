/**
 * Owns suggestions to the agent of a chat or call: which, when, shown where, and what was done with them.
 *
 * <p>May import {@code triage}, {@code retrieval} and everything below.
 */
@NullMarked
package dev.yiwen.assist;

import org.jspecify.annotations.NullMarked;
