/** Owns the search over what was said in conversations. */
@NullMarked
package dev.yiwen.handoff.search;

import org.jspecify.annotations.NullMarked;
