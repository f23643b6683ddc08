/**
 * Owns files that people send each other: their check and scan, how many one customer may send, what of a picture is kept,
 * and where the bytes are.
 *
 * <p>May import {@code audit} and {@code shared}. Who may see a file is known above.
 */
@NullMarked
package dev.yiwen.file;

import org.jspecify.annotations.NullMarked;
