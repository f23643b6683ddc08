/** The command {@code evaluate attacks}: what lines written to mislead a chat model would come to. */
@NullMarked
package dev.yiwen.command.attacks;

import org.jspecify.annotations.NullMarked;
