package dev.yiwen.knowledge;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Turns in which the bot asked back and the customer then chose an article; {@code answer} implements it. */
public interface ClarifiedTurns {

    /**
     * One of them.
     *
     * @param seq of the message that was not understood at once
     * @param at when the choice was answered
     * @param slug of the article that was chosen
     * @param words of that message
     */
    record Chosen(UUID conversation, long seq, Instant at, String slug, String words) {}

    /** @param more whether there are later ones; those of the last moment may be cut */
    record Part(List<Chosen> turns, boolean more) {
        public Part {
            turns = List.copyOf(turns);
        }
    }

    /** Between two moments, the oldest first; what concerns one customer alone, or is a story, is left out. */
    Uni<Part> chosen(Instant from, Instant until, int limit);
}
