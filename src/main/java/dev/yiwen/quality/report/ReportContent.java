package dev.yiwen.quality.report;

import dev.yiwen.quality.metric.PeriodFigure;
import dev.yiwen.quality.metric.ServiceIndex;
import dev.yiwen.quality.score.CriterionShare;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a report says: kept as it was when it was made. Lists that came later are absent in older ones.
 *
 * @param zone whose days they are
 * @param madeAt when the figures were read
 * @param indexes of service: of these days and of those before
 * @param summary null where there was no chat model
 */
record ReportContent(
        String period,
        String zone,
        Instant madeAt,
        List<PeriodFigure> figures,
        List<CriterionShare> criteria,
        List<Trouble.Unanswered> unanswered,
        List<Trouble.Outage> outages,
        List<ServiceIndex> indexes,
        List<Trouble.Review> reviews,
        ReportSummary.@Nullable Summary summary) {
    ReportContent {
        figures = there(figures);
        criteria = there(criteria);
        unanswered = there(unanswered);
        outages = there(outages);
        indexes = there(indexes);
        reviews = there(reviews);
    }

    // JSON may lack any of them, whatever is said here.
    private static <T> List<T> there(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    ReportContent with(ReportSummary.@Nullable Summary written) {
        return new ReportContent(
                period, zone, madeAt, figures, criteria, unanswered, outages, indexes, reviews, written);
    }

    ReportPeriod days() {
        return ReportPeriod.of(period);
    }

    Optional<PeriodFigure> figure(String metric) {
        return figures.stream().filter(it -> it.metric().equals(metric)).findFirst();
    }
}
