/** The encoder of this process, and what is reckoned with its vectors: of texts, and of their tokens. */
@NullMarked
package dev.yiwen.retrieval.embedding;

import org.jspecify.annotations.NullMarked;
