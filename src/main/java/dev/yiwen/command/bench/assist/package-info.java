/** Measures how soon agents on calls see what to say. */
@NullMarked
package dev.yiwen.command.bench.assist;

import org.jspecify.annotations.NullMarked;
