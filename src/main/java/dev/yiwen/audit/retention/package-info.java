/** How long data is kept, and its removal when that is over. */
@NullMarked
package dev.yiwen.audit.retention;

import org.jspecify.annotations.NullMarked;
