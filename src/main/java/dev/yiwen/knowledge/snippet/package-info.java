/**
 * Named values that answers are filled with: made, changed with a reason, and removed where none uses them.
 *
 * <p>May import what {@code knowledge} may.
 */
@NullMarked
package dev.yiwen.knowledge.snippet;

import org.jspecify.annotations.NullMarked;
