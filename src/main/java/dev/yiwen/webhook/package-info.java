/**
 * Owns what other systems are told: their addresses, the outbox, the log. What happens is written into the outbox by triggers,
 * so no feature knows of this one.
 *
 * <p>May import {@code identity}, {@code audit}, {@code edge} and {@code shared}.
 */
@NullMarked
package dev.yiwen.webhook;

import org.jspecify.annotations.NullMarked;
