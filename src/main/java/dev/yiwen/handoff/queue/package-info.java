/** Who waits or is served, as rows: entered, placed by the plan, followed to their end, checked for what must not be. */
@NullMarked
package dev.yiwen.handoff.queue;

import org.jspecify.annotations.NullMarked;
