/** What is held about one person: found, exported, and kept from erasure by a legal hold. */
@NullMarked
package dev.yiwen.audit.subject;

import org.jspecify.annotations.NullMarked;
