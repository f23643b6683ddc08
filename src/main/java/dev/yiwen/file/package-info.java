/**
 * Owns files that people send each other: their check, their scan and where their bytes are kept.
 *
 * <p>May import {@code shared}. Who may see a file is known above.
 */
@NullMarked
package dev.yiwen.file;

import org.jspecify.annotations.NullMarked;
