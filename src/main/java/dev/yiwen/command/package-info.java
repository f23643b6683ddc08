/**
 * Owns the command line: serve, import, evaluate, and the clients ask, call and bench.
 *
 * <p>May import every feature; nothing imports it.
 */
@NullMarked
package dev.yiwen.command;

import org.jspecify.annotations.NullMarked;
