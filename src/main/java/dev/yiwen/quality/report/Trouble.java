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
}
