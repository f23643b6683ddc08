/** What customers ask and nobody answers: questions that ask the same together, until later askers are answered. */
@NullMarked
package dev.yiwen.knowledge.gap;

import org.jspecify.annotations.NullMarked;
