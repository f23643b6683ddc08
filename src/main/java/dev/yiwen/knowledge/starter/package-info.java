/** The knowledge that comes with the product, brought once. */
@NullMarked
package dev.yiwen.knowledge.starter;

import org.jspecify.annotations.NullMarked;
