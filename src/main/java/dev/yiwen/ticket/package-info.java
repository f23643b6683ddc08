/**
 * Owns tickets: follow-up work with deadlines, its history, and the warnings before and after each deadline.
 *
 * <p>The root is what others ask: a ticket, and finding and opening one. {@code work} writes, {@code desk} and
 * {@code customer} show, {@code deadline} reckons and warns, {@code access} says who reads what.
 *
 * <p>May import {@code conversation} and everything below.
 */
@NullMarked
package dev.yiwen.ticket;

import org.jspecify.annotations.NullMarked;
