/** Lets a chat model word an answer, checks each sentence against the passage that it rests on, and shows what holds. */
@NullMarked
package dev.yiwen.answer.draft;

import org.jspecify.annotations.NullMarked;
