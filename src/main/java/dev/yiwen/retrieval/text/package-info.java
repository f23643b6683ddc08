/** Reading a text for the search: one form, terms, stop words, spelling by sound, words that no article has. */
@NullMarked
package dev.yiwen.retrieval.text;

import org.jspecify.annotations.NullMarked;
