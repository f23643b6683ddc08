/**
 * Owns what agents answered before and what became of it: past replies, the model that ranks them by a situation, and the
 * cards made of them.
 *
 * <p>May import what {@code dev.yiwen.assist} may.
 */
@NullMarked
package dev.yiwen.assist.cases;

import org.jspecify.annotations.NullMarked;
