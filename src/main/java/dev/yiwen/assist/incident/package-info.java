/** Owns the card that tells an agent what was declared and concerns the customer. */
@NullMarked
package dev.yiwen.assist.incident;

import org.jspecify.annotations.NullMarked;
