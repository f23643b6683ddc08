/** Owns the quick phrases that agents write often: the team's and each agent's own. */
@NullMarked
package dev.yiwen.handoff.phrase;

import org.jspecify.annotations.NullMarked;
