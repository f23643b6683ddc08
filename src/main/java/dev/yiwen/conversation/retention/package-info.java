/** What of conversations is kept for how long, exported and erased. */
@NullMarked
package dev.yiwen.conversation.retention;

import org.jspecify.annotations.NullMarked;
