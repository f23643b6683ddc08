/** The second step of signing in: codes of an authenticator (RFC 6238), and recovery codes for when it is lost. */
@NullMarked
package dev.yiwen.identity.factor;

import org.jspecify.annotations.NullMarked;
