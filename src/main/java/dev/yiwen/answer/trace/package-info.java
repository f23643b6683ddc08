/** Why the bot said what it said: stored, shown, and looked at again. */
@NullMarked
package dev.yiwen.answer.trace;

import org.jspecify.annotations.NullMarked;
