/**
 * Brings articles from files: reads them ({@code source}), compares them row by row with what is there, and makes drafts of what is
 * new or changed; published at once only where an operator says so.
 */
@NullMarked
package dev.yiwen.knowledge.importing;

import org.jspecify.annotations.NullMarked;
