/** What articles did for customers and agents, and what to do first about it. */
@NullMarked
package dev.yiwen.knowledge.usefulness;

import org.jspecify.annotations.NullMarked;
