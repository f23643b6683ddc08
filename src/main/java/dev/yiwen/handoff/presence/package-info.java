/** Which agents are there, on a break, after a call or gone; and what becomes of the conversations of who is missed. */
@NullMarked
package dev.yiwen.handoff.presence;

import org.jspecify.annotations.NullMarked;
