/**
 * Owns the reports that are kept: the month's and the quarter's, each a snapshot of the registry's figures that never changes, as a
 * page and as PDF.
 */
@NullMarked
package dev.yiwen.quality.report;

import org.jspecify.annotations.NullMarked;
