package dev.yiwen.quality.report;

import dev.yiwen.quality.metric.PeriodFigure;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a report says: kept as it was when it was made. Lists that came later are absent in older ones.
 *
 * @param zone whose days they are
 * @param madeAt when the figures were read
 */
record ReportContent(
        String period,
        String zone,
        Instant madeAt,
        @Nullable List<PeriodFigure> figures) {
    ReportContent {
        figures = List.copyOf(Objects.requireNonNullElse(figures, List.of()));
    }

    ReportPeriod days() {
        return ReportPeriod.of(period);
    }

    Optional<PeriodFigure> figure(String metric) {
        return Objects.requireNonNull(figures).stream()
                .filter(it -> it.metric().equals(metric))
                .findFirst();
    }
}
