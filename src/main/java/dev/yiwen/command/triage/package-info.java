/** The command {@code evaluate triage}: how well anger and the wish for a human are read. */
@NullMarked
package dev.yiwen.command.triage;

import org.jspecify.annotations.NullMarked;
