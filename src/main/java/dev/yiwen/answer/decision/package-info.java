/** What the bot does with a message: small talk, lookup, and the decision with what led to it. */
@NullMarked
package dev.yiwen.answer.decision;

import org.jspecify.annotations.NullMarked;
