/** The cards that an agent sees, whatever they come from: stored, merged, shown, and what was done with them. */
@NullMarked
package dev.yiwen.assist.card;

import org.jspecify.annotations.NullMarked;
