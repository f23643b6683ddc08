/** The passages of published articles: cut, written, held in memory or searched in the database. */
@NullMarked
package dev.yiwen.retrieval.index;

import org.jspecify.annotations.NullMarked;
