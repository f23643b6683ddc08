package dev.yiwen.quality.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was out of order: counted, without anybody's words but those of supervisors. */
sealed interface Trouble {

    /**
     * Questions that no article answered, by what became of them.
     *
     * @param state of the gaps they belong to: {@code OPEN}, {@code DRAFTED} or {@code IGNORED}
     */
    record Unanswered(String state, long gaps, long questions) implements Trouble {}

    /**
     * An incident that was declared; no drill.
     *
     * @param cause in the words that customers were told
     * @param recoveredAt absent while it lasts
     * @param told conversations in which it was told
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Outage(
            int level,
            String cause,
            Instant declaredAt,
            @Nullable Instant recoveredAt,
            long told) implements Trouble {}

    /**
     * A review that has ended.
     *
     * @param title empty of what a rule found, which its share and place name
     * @param topic as the company calls it; empty: of all
     * @param before null where no share shows the effect
     */
    record Review(
            String title,
            @Nullable String share,
            String topic,
            String region,
            @Nullable String cause,
            long measures,
            @Nullable Part before,
            @Nullable Part after,
            @Nullable String verdict)
            implements Trouble {}

    record Part(long n, long hits) implements Trouble {}
}
