package dev.yiwen.audit;

import dev.yiwen.audit.retention.RetentionConfig;
import io.smallrye.mutiny.Uni;
import java.time.OffsetDateTime;

/**
 * A kind of data that is kept for a time and then removed; the feature that owns it has a bean of this. What is of a
 * customer in the view {@code held_customer} stays.
 */
public interface Retained {

    /** Each has its time in {@link RetentionConfig}. */
    enum Kind {
        CONVERSATIONS,
        CALLS,
        FILES,
        TRACES,
        RATINGS,
        TICKETS,
        CUSTOMERS,
        AUDIT,
        REPORTS
    }

    Kind kind();

    /** Removes at most so many of those from before that time; how many. Short enough to stand in nobody's way. */
    Uni<Long> remove(OffsetDateTime before, int most);
}
