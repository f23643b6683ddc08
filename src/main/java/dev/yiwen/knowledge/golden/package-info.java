/** Questions whose outcome is settled: what must be answered by which article, what by none, what by a human. */
@NullMarked
package dev.yiwen.knowledge.golden;

import org.jspecify.annotations.NullMarked;
