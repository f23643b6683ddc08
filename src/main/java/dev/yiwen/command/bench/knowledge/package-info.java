/** Owns the measurement of the editors' work: lists and searches of many articles. */
@NullMarked
package dev.yiwen.command.bench.knowledge;

import org.jspecify.annotations.NullMarked;
