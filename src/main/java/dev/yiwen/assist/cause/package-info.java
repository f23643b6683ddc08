/**
 * Owns the narrowing down of a fault: what became clear of it in a talk, which causes are left, and what to ask next.
 *
 * <p>May import {@code assist.card}, {@code assist.procedure} and everything below {@code assist}.
 */
@NullMarked
package dev.yiwen.assist.cause;

import org.jspecify.annotations.NullMarked;
