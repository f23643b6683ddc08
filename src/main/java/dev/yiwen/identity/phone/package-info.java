/** Telephone numbers that customers prove by a code in a text message. */
@NullMarked
package dev.yiwen.identity.phone;

import org.jspecify.annotations.NullMarked;
