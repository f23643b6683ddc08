/** What the words of a text fix, whoever said it: amounts, years, places, models, and what excludes each other. */
@NullMarked
package dev.yiwen.reading;

import org.jspecify.annotations.NullMarked;
