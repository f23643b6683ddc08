/**
 * Owns one bot turn, from the customer message to the stored trace.
 *
 * <p>May import {@code triage}, {@code retrieval} and everything below.
 */
@NullMarked
package dev.yiwen.answer;

import org.jspecify.annotations.NullMarked;
