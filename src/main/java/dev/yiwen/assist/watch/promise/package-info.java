/**
 * Owns the comparison of what an agent promises with what the articles say: amounts, terms, deadlines and absolute words.
 *
 * <p>May import {@code retrieval}, {@code knowledge}, {@code reading} and {@code shared}.
 */
@NullMarked
package dev.yiwen.assist.watch.promise;

import org.jspecify.annotations.NullMarked;
