/**
 * Review tasks: what was found to be too much is looked into, measures are taken, and afterwards the same share is compared before and
 * after them. Reads {@code quality.metric}'s facts and {@code quality.estimate}'s rows; {@code quality.alarm} and {@code quality.silence}
 * open tasks here.
 */
@NullMarked
package dev.yiwen.quality.review;

import org.jspecify.annotations.NullMarked;
