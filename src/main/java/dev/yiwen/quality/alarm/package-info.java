/**
 * Tells when more of something comes than is usual: for each stream of counts what was to be expected, how far what came is above it by
 * more than chance, and which of many streams to speak of. Plain computation: it reads and writes nothing.
 */
@NullMarked
package dev.yiwen.quality.alarm;

import org.jspecify.annotations.NullMarked;
