/** Owns what administrators do with one customer's data: look it up, hand it out, hold it, erase it. */
@NullMarked
package dev.yiwen.audit.privacy;

import org.jspecify.annotations.NullMarked;
