/** Articles from files: reading them strictly, and what became of each. */
@NullMarked
package dev.yiwen.knowledge.imports;

import org.jspecify.annotations.NullMarked;
