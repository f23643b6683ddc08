package dev.yiwen.assist.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.yiwen.conversation.SpeakingHeard;
import dev.yiwen.shared.Caches;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Which half-said sentences are worth a search: those that have grown since the last one, and no more at once than leave room
 * for what was said to its end.
 */
final class Partials {
    private static final int AT_ONCE = 2;
    private static final int SHORTEST = 6;
    private static final int GROWN = 3;
    private static final int UTTERANCES = 10_000;
    private static final Duration SPOKEN_WITHIN = Duration.ofMinutes(2);

    private final Semaphore places = new Semaphore(AT_ONCE);

    /** How many characters of an utterance were searched for. */
    private final Cache<String, Integer> searched = Caches.measured(
            "partials", Caffeine.newBuilder().maximumSize(UTTERANCES).expireAfterWrite(SPOKEN_WITHIN));

    /** What is to be run when the search has ended; empty when this one is left out. */
    Optional<Runnable> begin(SpeakingHeard heard) {
        var utterance = heard.conversation().id().value() + heard.utteranceId();
        int length = heard.text().codePointCount(0, heard.text().length());
        var before = searched.getIfPresent(utterance);
        if (length < SHORTEST || (before != null && length < before + GROWN) || !places.tryAcquire()) {
            return Optional.empty();
        }
        searched.put(utterance, length);
        return Optional.of(places::release);
    }
}
