/**
 * {@code ./yiwen attack}: tries as an attacker would, on an instance of its own on this machine, and says what did not hold.
 * May import all below; nothing imports it. Bounded in count and time; never another address than the loopback.
 */
@NullMarked
package dev.yiwen.command.attack;

import org.jspecify.annotations.NullMarked;
