/**
 * What an argument must be, checked while the command line is read: before a database or any work.
 *
 * <p>Imports nothing of the application.
 */
@NullMarked
package dev.yiwen.command.argument;

import org.jspecify.annotations.NullMarked;
