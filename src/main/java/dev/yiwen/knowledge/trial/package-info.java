/** What would come of a draft, or of another day, before anybody is answered by it. */
@NullMarked
package dev.yiwen.knowledge.trial;

import org.jspecify.annotations.NullMarked;
