/** Owns how staff look at customers' ratings; how they come to be is known above. */
@NullMarked
package dev.yiwen.quality.rating;

import org.jspecify.annotations.NullMarked;
