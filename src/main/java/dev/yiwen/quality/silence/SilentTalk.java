package dev.yiwen.quality.silence;

import java.time.Instant;
import java.util.UUID;

/**
 * A conversation that was not rated and sounds bad.
 *
 * @param seq the customer's message that says most
 * @param words its text, without personal data
 */
record SilentTalk(UUID conversation, long seq, Instant endedAt, String channel, String words) {}
