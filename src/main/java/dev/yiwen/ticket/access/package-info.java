/** Owns who reads what of a ticket: masks and their reveal, conversations behind it, export and erasure. */
@NullMarked
package dev.yiwen.ticket.access;

import org.jspecify.annotations.NullMarked;
