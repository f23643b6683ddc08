/** Keys of systems that use the interface: made, found by their hash, revoked. */
@NullMarked
package dev.yiwen.identity.key;

import org.jspecify.annotations.NullMarked;
