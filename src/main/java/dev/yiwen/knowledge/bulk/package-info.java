/** Owns what is done to many articles at once, and its undoing. */
@NullMarked
package dev.yiwen.knowledge.bulk;

import org.jspecify.annotations.NullMarked;
