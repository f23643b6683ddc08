/** Owns tickets as staff list, read, open and watch them. */
@NullMarked
package dev.yiwen.ticket.desk;

import org.jspecify.annotations.NullMarked;
