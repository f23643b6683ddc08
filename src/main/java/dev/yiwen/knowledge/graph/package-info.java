/**
 * Owns the graph of faults: what articles say of causes, what confirmed cases add, and what editors corrected by hand.
 *
 * <p>May import what {@code dev.yiwen.knowledge} may.
 */
@NullMarked
package dev.yiwen.knowledge.graph;

import org.jspecify.annotations.NullMarked;
