/**
 * Ids, problem responses and the signals between instances: what every feature needs and none owns.
 *
 * <p>Imports no other feature; stays under two dozen files.
 */
@NullMarked
package dev.yiwen.shared;

import org.jspecify.annotations.NullMarked;
