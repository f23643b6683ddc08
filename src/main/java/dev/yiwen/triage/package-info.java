/**
 * Owns the reading of a conversation: wish for a human, emotion, urgency, repetition.
 *
 * <p>May import {@code conversation}, {@code knowledge} and everything below.
 */
@NullMarked
package dev.yiwen.triage;

import org.jspecify.annotations.NullMarked;
