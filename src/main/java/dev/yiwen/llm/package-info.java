/**
 * Owns the choice of a chat model, its time-outs and budgets, and the redaction before every call.
 *
 * <p>May import {@code audit} and {@code shared}.
 */
@NullMarked
package dev.yiwen.llm;

import org.jspecify.annotations.NullMarked;
