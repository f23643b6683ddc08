package dev.yiwen.triage;

import java.time.Instant;
import java.util.UUID;

/**
 * Words by which customers ask for a human, added by an editor.
 *
 * @param words as the editor wrote them
 * @param by the editor's name
 */
record WishWord(UUID id, String words, String by, Instant at) {}
