package dev.yiwen.audit.retention;

import dev.yiwen.audit.Retained;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How long what is kept. Shorten what your company has no use for; lengthen only with a reason that you can name. What is of
 * a customer with a legal hold stays.
 */
@ConfigMapping(prefix = "yiwen.retention")
public interface RetentionConfig {

    /** Chats after they were closed, with everything of them. Three years, within which disputes can be brought to court. */
    @WithDefault("1095d")
    Duration conversations();

    /** Calls after they ended, with what was said. */
    @WithDefault("1095d")
    Duration calls();

    /** Pictures and documents that were sent; the message that says so stays as long as its conversation. */
    @WithDefault("365d")
    Duration files();

    /** Why the bot said what it said. The law of mainland China asks for six months at least; less is taken for 180 days. */
    @WithDefault("190d")
    Duration traces();

    /** Scores and comments of customers. */
    @WithDefault("1095d")
    Duration ratings();

    /** Tickets after they were resolved. Their conversations stay as long as they do. */
    @WithDefault("1095d")
    Duration tickets();

    /** Customers of whom there is neither a conversation nor a ticket: visitors who wrote nothing, and those whose are gone. */
    @WithDefault("60d")
    Duration customers();

    /** The audit log. Six months at least, which the database itself holds. */
    @WithDefault("1095d")
    Duration audit();

    /** What exports, erasures and retention did. */
    @WithDefault("1825d")
    Duration reports();

    /** Between two rounds. */
    @WithDefault("1h")
    Duration every();

    /** How many at once: longer waits between the batches where the database is small, fewer rows where disks are slow. */
    @WithDefault("100")
    int batch();

    /** At most so many batches of a kind a round, so that a backlog is cleared over days and not in one night. */
    @WithDefault("50")
    int batches();

    private static Duration atLeastHalfAYear(Duration wanted) {
        var least = Duration.ofDays(180);
        return wanted.compareTo(least) < 0 ? least : wanted;
    }

    default Duration of(Retained.Kind kind) {
        return switch (kind) {
            case CONVERSATIONS -> conversations();
            case CALLS -> calls();
            case FILES -> files();
            case TRACES -> atLeastHalfAYear(traces());
            case RATINGS -> ratings();
            case TICKETS -> tickets();
            case CUSTOMERS -> customers();
            case AUDIT -> atLeastHalfAYear(audit());
            case REPORTS -> reports();
        };
    }
}
