package dev.yiwen.handoff.note;

import java.time.Instant;
import java.util.UUID;

/**
 * An internal note.
 *
 * @param afterSeq the last message when it was written
 * @param author the name of who wrote it
 */
public record Note(UUID id, long afterSeq, String author, String text, Instant at) {}
