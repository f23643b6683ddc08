/** The editors' list and forms. */
@NullMarked
package dev.yiwen.knowledge.editing;

import org.jspecify.annotations.NullMarked;
