/** Owns the rules that supervisors keep of what agents must not say, and of what they have to say first. */
@NullMarked
package dev.yiwen.assist.watch.rule;

import org.jspecify.annotations.NullMarked;
