/** Owns tickets as their customers see them. */
@NullMarked
package dev.yiwen.ticket.customer;

import org.jspecify.annotations.NullMarked;
