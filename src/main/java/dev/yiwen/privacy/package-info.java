/**
 * Owns the reading of personal data in Chinese text, tokens in its place, and the way back. Whoever stores, logs or shows
 * what people wrote uses it.
 *
 * <p>May import {@code shared}.
 */
@NullMarked
package dev.yiwen.privacy;

import org.jspecify.annotations.NullMarked;
