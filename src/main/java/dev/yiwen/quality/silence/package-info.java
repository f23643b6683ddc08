/**
 * Finds what customers are dissatisfied with who do not say so: conversations that were not rated and sound bad, together with those
 * about the same. Reads {@code quality.estimate}'s rows, compares by {@code knowledge}'s port, hands gaps to {@code knowledge}.
 */
@NullMarked
package dev.yiwen.quality.silence;

import org.jspecify.annotations.NullMarked;
