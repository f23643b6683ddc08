/**
 * Owns articles, their revisions, publishing and import. Whoever indexes them implements {@link ArticleIndex}.
 *
 * <p>May import {@code identity}, {@code llm} and {@code shared}.
 */
@NullMarked
package dev.yiwen.knowledge;

import org.jspecify.annotations.NullMarked;
