/** The client {@code bench}: measures an instance of its own over HTTP and WebSocket. */
@NullMarked
package dev.yiwen.command.bench;

import org.jspecify.annotations.NullMarked;
