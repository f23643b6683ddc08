/** Tokens: made and checked, ours and the host application's. */
@NullMarked
package dev.yiwen.identity.token;

import org.jspecify.annotations.NullMarked;
