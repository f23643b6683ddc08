package dev.yiwen.knowledge;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;

/** What articles did for customers and agents; whoever keeps the rows that tell implements it, each of its own measures. */
public interface ArticleCounts {

    enum Measure {
        /** A customer got it as the answer. */
        SHOWN,
        /** Of these: after the bot had asked back, the customer chose it. */
        TAPPED,
        /** The customer says that it helped. */
        HELPFUL,
        NOT_HELPFUL,
        /** It was the last answer before the conversation went to a human, within the hour. */
        HANDED_OVER,
        /** An agent got it as a card. */
        SUGGESTED,
        /** The agent put it into the reply, or copied it. */
        USED,
        /** Of these: what the agent then wrote is not what it says. */
        EDITED,
        /** The agent put it aside. */
        DISMISSED
    }

    /** @param n more than 0 */
    record Count(String slug, int revision, Measure measure, int n) {}

    /** Of one day of the company. */
    Uni<List<Count>> on(LocalDate day);
}
