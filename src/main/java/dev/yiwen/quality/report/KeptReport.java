package dev.yiwen.quality.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report in the list.
 *
 * @param period {@code 2026-11} or {@code 2026-Q4}
 * @param progress percent, while it is made
 * @param madeBy absent: by itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record KeptReport(
        UUID id,
        ReportPeriod.Kind kind,
        String period,
        LocalDate from,
        LocalDate to,
        State state,
        int progress,
        Instant madeAt,
        @Nullable String madeBy) {
    enum State {
        MAKING,
        READY,
        FAILED
    }
}
