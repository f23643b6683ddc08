/** How a customer's message is to be read after what was said before it; words only, nothing is looked up. */
@NullMarked
package dev.yiwen.answer.reading;

import org.jspecify.annotations.NullMarked;
