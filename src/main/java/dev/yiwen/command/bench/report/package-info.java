/** Measures how soon the cockpit reads its figures. */
@NullMarked
package dev.yiwen.command.bench.report;

import org.jspecify.annotations.NullMarked;
