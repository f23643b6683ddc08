/**
 * Owns what customers say of the answers they got.
 *
 * <p>May import {@code triage}, {@code retrieval} and everything below.
 */
@NullMarked
package dev.yiwen.quality;

import org.jspecify.annotations.NullMarked;
