/** Owns the plan by which conversations reach the right agent: rules, groups, hours and skills. Knows no queue. */
@NullMarked
package dev.yiwen.handoff.plan;

import org.jspecify.annotations.NullMarked;
