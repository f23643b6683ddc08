/**
 * Owns conversations, messages, who answers (owner and epoch), and delivery to whoever watches.
 *
 * <p>May import {@code identity}, {@code llm} and {@code shared}.
 */
@NullMarked
package dev.yiwen.conversation;

import org.jspecify.annotations.NullMarked;
