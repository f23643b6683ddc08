/** Owns how the audit log is searched, checked and exported. */
@NullMarked
package dev.yiwen.audit.trail;

import org.jspecify.annotations.NullMarked;
