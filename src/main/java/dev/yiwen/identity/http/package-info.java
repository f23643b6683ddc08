/** Owns how requests prove who they come from, and the resources of sessions, visitors and staff. */
@NullMarked
package dev.yiwen.identity.http;

import org.jspecify.annotations.NullMarked;
