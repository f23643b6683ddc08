/** Who is calling, as the agent sees it while the telephone rings. A part of the handoff; its root has what others ask. */
@NullMarked
package dev.yiwen.handoff.caller;

import org.jspecify.annotations.NullMarked;
