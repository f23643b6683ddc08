/**
 * Owns which procedure an agent is in the middle of, and which of its steps are done.
 *
 * <p>May import {@code assist.card} and everything below {@code assist}.
 */
@NullMarked
package dev.yiwen.assist.procedure;

import org.jspecify.annotations.NullMarked;
