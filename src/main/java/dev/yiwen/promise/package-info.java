/**
 * Owns the comparison of what an agent or the bot promises with what the articles say: amounts, terms, deadlines and absolute words.
 *
 * <p>May import {@code retrieval}, {@code knowledge}, {@code reading} and {@code shared}.
 */
@NullMarked
package dev.yiwen.promise;

import org.jspecify.annotations.NullMarked;
