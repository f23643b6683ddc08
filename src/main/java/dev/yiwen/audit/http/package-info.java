/** What requests leave in the audit log: those that succeeded and are marked so, and those that were refused. */
@NullMarked
package dev.yiwen.audit.http;

import org.jspecify.annotations.NullMarked;
