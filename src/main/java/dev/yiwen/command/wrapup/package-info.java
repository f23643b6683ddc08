/** Measures the records that are drafted of conversations: their category, and what is found in them. */
@NullMarked
package dev.yiwen.command.wrapup;

import org.jspecify.annotations.NullMarked;
