/**
 * Owns golden questions, whose outcome is settled: what must be answered by which article, what by none, what by a human. They are
 * asked after each publishing and every night, and those that must pass keep back what would break them.
 */
@NullMarked
package dev.yiwen.knowledge.golden;

import org.jspecify.annotations.NullMarked;
