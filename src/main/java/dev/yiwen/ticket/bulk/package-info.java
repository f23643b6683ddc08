/** Owns what is done with many tickets at once. */
@NullMarked
package dev.yiwen.ticket.bulk;

import org.jspecify.annotations.NullMarked;
