/** The second stage: features of a match, the order they make, the confidence in it, and how both are fitted. */
@NullMarked
package dev.yiwen.retrieval.ranking;

import org.jspecify.annotations.NullMarked;
