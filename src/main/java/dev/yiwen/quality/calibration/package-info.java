/**
 * Compares what criteria find with what two people find who know of neither the machine's verdict nor each other's, and takes
 * criteria that are not reliable here out of the scores. Reads what {@code quality.score} keeps.
 */
@NullMarked
package dev.yiwen.quality.calibration;

import org.jspecify.annotations.NullMarked;
