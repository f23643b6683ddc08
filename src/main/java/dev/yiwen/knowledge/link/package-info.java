/**
 * Looks whether the links of answers lead anywhere.
 *
 * <p>May import what {@code knowledge} may.
 */
@NullMarked
package dev.yiwen.knowledge.link;

import org.jspecify.annotations.NullMarked;
