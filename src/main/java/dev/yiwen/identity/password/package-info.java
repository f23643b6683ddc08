/** Passwords of staff: how strong, how hashed, how fast they may be guessed. */
@NullMarked
package dev.yiwen.identity.password;

import org.jspecify.annotations.NullMarked;
