/** Owns what agents work with: their socket, their lists and the resources of conversations. */
@NullMarked
package dev.yiwen.handoff.desk;

import org.jspecify.annotations.NullMarked;
