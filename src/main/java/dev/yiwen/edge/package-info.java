/**
 * Owns what meets a stranger's bytes before anything else does: connections and their time limits, the address the service
 * is known by, the headers of every answer, and what operators alone see. Imports shared only; every feature may ask it.
 */
@NullMarked
package dev.yiwen.edge;

import org.jspecify.annotations.NullMarked;
