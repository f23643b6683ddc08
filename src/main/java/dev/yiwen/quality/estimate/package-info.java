/** Estimates how satisfied customers were who did not say. */
@NullMarked
package dev.yiwen.quality.estimate;

import org.jspecify.annotations.NullMarked;
