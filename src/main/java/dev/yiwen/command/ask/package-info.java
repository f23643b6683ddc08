/**
 * Asks a running service over the public chat protocol.
 *
 * <p>Imports nothing of the application.
 */
@NullMarked
package dev.yiwen.command.ask;

import org.jspecify.annotations.NullMarked;
