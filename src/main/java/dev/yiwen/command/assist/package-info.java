/** Measures what the assist puts before agents. */
@NullMarked
package dev.yiwen.command.assist;

import org.jspecify.annotations.NullMarked;
