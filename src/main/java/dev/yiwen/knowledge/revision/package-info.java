/**
 * Owns what becomes of a revision: review by somebody other than its author, publishing now or at a moment, and what was
 * live when.
 */
@NullMarked
package dev.yiwen.knowledge.revision;

import org.jspecify.annotations.NullMarked;
