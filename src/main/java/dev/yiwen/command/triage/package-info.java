/** The command {@code evaluate triage}: how well anger and the wish for a human are read, and {@code evaluate satisfaction}. */
@NullMarked
package dev.yiwen.command.triage;

import org.jspecify.annotations.NullMarked;
