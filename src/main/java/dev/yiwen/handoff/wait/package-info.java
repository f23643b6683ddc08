/** What those who wait are told: their place, who was put ahead, and for how long it will probably be. */
@NullMarked
package dev.yiwen.handoff.wait;

import org.jspecify.annotations.NullMarked;
