/**
 * Owns passages, embedding, the lexical index, fusion and calibration.
 *
 * <p>May import {@code conversation}, {@code knowledge} and everything below.
 */
@NullMarked
package dev.yiwen.retrieval;

import org.jspecify.annotations.NullMarked;
