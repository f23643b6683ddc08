/**
 * Owns tickets: follow-up work with deadlines, its history, and the warnings before and after each deadline.
 *
 * <p>May import {@code conversation} and everything below.
 */
@NullMarked
package dev.yiwen.ticket;

import org.jspecify.annotations.NullMarked;
