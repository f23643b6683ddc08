/** How a conversation is handed from one agent to another or to a group, and back to the agent who knows it. */
@NullMarked
package dev.yiwen.handoff.transfer;

import org.jspecify.annotations.NullMarked;
