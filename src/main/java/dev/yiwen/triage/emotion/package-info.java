/**
 * Owns the model of anger: what of a text and of the turns before it tells anger, and how that is fitted on labelled texts.
 *
 * <p>May import nothing of Yiwen: texts come in, numbers go out.
 */
@NullMarked
package dev.yiwen.triage.emotion;

import org.jspecify.annotations.NullMarked;
