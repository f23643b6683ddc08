/**
 * Owns customers, staff, roles, passwords, second factors and tokens.
 *
 * <p>May import {@code audit} and {@code shared}.
 */
@NullMarked
package dev.yiwen.identity;

import org.jspecify.annotations.NullMarked;
