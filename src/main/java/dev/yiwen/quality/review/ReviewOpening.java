package dev.yiwen.quality.review;

import dev.yiwen.identity.StaffId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task that is to be opened.
 *
 * @param sourceId of the alarm or the cluster
 * @param share null: none shows it
 * @param from the first of the days on which it was seen
 * @param by null: by a rule
 */
public record ReviewOpening(
        Source source,
        @Nullable UUID sourceId,
        String title,
        @Nullable Share share,
        String topic,
        String region,
        LocalDate from,
        LocalDate to,
        @Nullable StaffId by) {
    /** Where it comes from. */
    public enum Source {
        RULE,
        ALARM,
        SILENCE,
        HAND
    }

    static final int DAYS = 7;

    /** What was seen in the week until that day. */
    public static ReviewOpening week(
            Source source,
            @Nullable UUID sourceId,
            String title,
            @Nullable Share share,
            String topic,
            String region,
            LocalDate to,
            StaffId by) {
        return new ReviewOpening(source, sourceId, title, share, topic, region, to.minusDays(DAYS - 1L), to, by);
    }

    List<ShareStream> streams() {
        return share == null ? List.of() : List.of(new ShareStream(share, topic, region));
    }
}
