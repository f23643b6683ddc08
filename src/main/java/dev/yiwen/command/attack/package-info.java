/** Attacks on the running service, bounded and on this machine only. */
@NullMarked
package dev.yiwen.command.attack;

import org.jspecify.annotations.NullMarked;
