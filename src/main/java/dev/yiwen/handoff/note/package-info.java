/** Owns internal notes: what staff tell each other about a conversation, and no customer ever sees. */
@NullMarked
package dev.yiwen.handoff.note;

import org.jspecify.annotations.NullMarked;
