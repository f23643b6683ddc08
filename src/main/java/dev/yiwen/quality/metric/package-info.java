/**
 * Owns the figures: what each is made of (one registry), the facts of each conversation they are counted from, sums of them by hour and
 * dimension, and the conversations behind each of them.
 */
@NullMarked
package dev.yiwen.quality.metric;

import org.jspecify.annotations.NullMarked;
