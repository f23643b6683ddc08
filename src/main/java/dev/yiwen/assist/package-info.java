/**
 * Owns suggestions to the agent of a chat or call.
 *
 * <p>May import {@code triage}, {@code retrieval} and everything below.
 */
@NullMarked
package dev.yiwen.assist;

import org.jspecify.annotations.NullMarked;
