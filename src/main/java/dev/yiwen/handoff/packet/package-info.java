/** Owns the context packet: what an agent needs to know who takes a conversation over. */
@NullMarked
package dev.yiwen.handoff.packet;

import org.jspecify.annotations.NullMarked;
