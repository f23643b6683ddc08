/** Sessions of staff: begun, standing, ended on every instance. */
@NullMarked
package dev.yiwen.identity.session;

import org.jspecify.annotations.NullMarked;
