package dev.yiwen.knowledge.golden;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * All golden questions, asked of the live knowledge once.
 *
 * @param failures of questions that are still there, at most {@value GoldenRunStore#SHOWN}
 */
record GoldenRun(
        UUID id,
        Instant at,
        Cause cause,
        long knowledgeVersion,
        int passed,
        int failed,
        int mustFailed,
        List<Failure> failures) {

    enum Cause {
        PUBLISHED,
        NIGHT,
        HAND
    }

    /** @param got a slug, or what the bot did */
    record Failure(UUID question, String got) {}

    GoldenRun {
        failures = List.copyOf(failures);
    }
}
