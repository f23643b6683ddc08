/**
 * Owns what an agent is warned of: promises that the knowledge does not support, forbidden wording, duties not done, a talk
 * that goes round in circles, grows angry or falls silent, an article that changed after it was quoted.
 */
@NullMarked
package dev.yiwen.assist.watch;

import org.jspecify.annotations.NullMarked;
