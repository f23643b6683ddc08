/**
 * Owns what customers read of their earlier conversations, and their second chance to rate one.
 *
 * <p>May import {@code quality} and everything below.
 */
@NullMarked
package dev.yiwen.channel.history;

import org.jspecify.annotations.NullMarked;
