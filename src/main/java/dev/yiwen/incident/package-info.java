/**
 * Owns incidents that supervisors declare: whom they concern, what is said of them, who was told, and what came of it. The bot, the
 * queue, the assist and the chat read what stands from memory; see decision 0130.
 *
 * <p>May import {@code ticket}, {@code triage}, {@code conversation}, {@code facts}, {@code identity}, {@code audit} and {@code shared}.
 */
@NullMarked
package dev.yiwen.incident;

import org.jspecify.annotations.NullMarked;
