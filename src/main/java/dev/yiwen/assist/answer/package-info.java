/** Cards from articles: what to answer, and how to lead the talk. */
@NullMarked
package dev.yiwen.assist.answer;

import org.jspecify.annotations.NullMarked;
