/** Scores each conversation by criteria that supervisors keep, with the messages that each deduction rests on. */
@NullMarked
package dev.yiwen.quality.score;

import org.jspecify.annotations.NullMarked;
