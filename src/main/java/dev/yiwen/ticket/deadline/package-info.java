/** Owns the deadlines of tickets, and the warnings before and after each. */
@NullMarked
package dev.yiwen.ticket.deadline;

import org.jspecify.annotations.NullMarked;
