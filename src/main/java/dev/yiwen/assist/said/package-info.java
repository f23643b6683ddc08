/** Notices that an agent says what stands on a card. */
@NullMarked
package dev.yiwen.assist.said;

import org.jspecify.annotations.NullMarked;
