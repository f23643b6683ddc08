package dev.yiwen.knowledge;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What customers asked, for those who look after the knowledge; {@code answer} implements it. Personal data are masked. */
public interface AskedTurns {

    /** How a question was not answered. */
    enum Missed {
        /** Nothing was found: the bot said so, or a human took over. */
        NOT_FOUND,
        /** The bot asked back, and the customer went. */
        LEFT,
        /** There was an answer, and next the customer wanted a human. */
        LED_TO_HUMAN,
        /** There was an answer, and the customer says that it did not help. */
        NOT_HELPFUL,
        /** Customers went dissatisfied, and did not say so; somebody found that out from many. */
        DISSATISFIED
    }

    /**
     * A turn that was not answered.
     *
     * @param seq of the customer's message
     * @param replies what agents wrote next, at most a few
     */
    record Turn(
            UUID conversation,
            long seq,
            Instant at,
            String channel,
            String words,
            Missed missed,
            List<String> replies) {
        public Turn {
            replies = List.copyOf(replies);
        }
    }

    /** @param times how often it was asked in these words in the last 90 days */
    record Wording(String words, long times) {}

    /** @param more whether there are older ones than these */
    record Recent(List<Wording> wordings, boolean more) {
        public Recent {
            wordings = List.copyOf(wordings);
        }
    }

    /**
     * How much the knowledge covered on a day of the company.
     *
     * @param asked turns in which something was asked of the knowledge
     * @param answered those that were answered
     */
    record Coverage(LocalDate day, long asked, long answered) {}

    /**
     * Turns between two moments that were looked up and not answered, the oldest first. Small talk, danger and wishes for a human are none,
     * nor is what concerns one customer's own order or account.
     */
    Uni<List<Turn>> missed(Instant from, Instant until, int limit);

    /**
     * What was asked of the knowledge most recently, each wording once; what leans on an earlier message, or concerns one
     * customer alone, is left out.
     *
     * @param skip wordings that came before, newest first
     */
    Uni<Recent> recent(int skip, int limit);

    /**
     * How often articles were given as an answer, without a word that it did not help; those that never were are left out.
     *
     * @param since by slug, from when on it counts
     */
    Uni<Map<String, Long>> answered(Map<String, Instant> since);

    Uni<List<Coverage>> coverage(LocalDate from);
}
