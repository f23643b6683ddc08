/** {@code evaluate danger}: fits and measures what tells danger by meaning. */
@NullMarked
package dev.yiwen.command.danger;

import org.jspecify.annotations.NullMarked;
