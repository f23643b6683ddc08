/** Owns publish sets: several revisions that customers get together, or not at all. */
@NullMarked
package dev.yiwen.knowledge.release;

import org.jspecify.annotations.NullMarked;
