/** Writes knowledge to files that come home: an import of them here changes nothing, and elsewhere makes the same. */
@NullMarked
package dev.yiwen.knowledge.exporting;

import org.jspecify.annotations.NullMarked;
