package dev.yiwen.quality.report;

import dev.yiwen.quality.metric.PeriodFigure;
import dev.yiwen.quality.metric.PeriodFigures;
import dev.yiwen.quality.metric.ServiceIndexes;
import dev.yiwen.quality.score.CriteriaShares;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes a report: reads the figures once, and keeps them. */
@Singleton
public class ReportMaking {
    private static final Logger LOG = Logger.getLogger(ReportMaking.class);
    private static final int NEARLY = 95;

    private final PeriodFigures figures;
    private final ServiceIndexes indexes;
    private final CriteriaShares criteria;
    private final Troubles troubles;
    private final ReportSummary summary;
    private final ReportStore store;

    ReportMaking(
            PeriodFigures figures,
            ServiceIndexes indexes,
            CriteriaShares criteria,
            Troubles troubles,
            ReportSummary summary,
            ReportStore store) {
        this.figures = figures;
        this.indexes = indexes;
        this.criteria = criteria;
        this.troubles = troubles;
        this.summary = summary;
        this.store = store;
    }

    /** Begins it; the rest goes on by itself. */
    Uni<UUID> begin(ReportPeriod period, @Nullable String by) {
        var id = Ids.next();
        return store.begin(id, period.begun(HomeZone.today()), by)
                .invoke(() -> make(id, period)
                        .subscribe()
                        .with(done -> {}, e -> LOG.errorf(e, "The report %s was not made", period.name())))
                .replaceWith(id);
    }

    /** All of it, by whom the command line is open to. Fails with {@code INVALID} for what is neither month nor quarter. */
    public Uni<UUID> make(String period) {
        return whole(ReportPeriod.of(period), null);
    }

    Uni<UUID> whole(ReportPeriod period, @Nullable String by) {
        var id = Ids.next();
        return store.begin(id, period.begun(HomeZone.today()), by)
                .chain(() -> make(id, period))
                .replaceWith(id);
    }

    private Uni<Void> make(UUID id, ReportPeriod period) {
        var before = period.before();
        return figures.of(
                        period.from(),
                        period.to(),
                        before.from(),
                        before.to(),
                        percent -> store.progress(id, NEARLY * percent / 100)
                                .subscribe()
                                .with(done -> {}, e -> LOG.debugf(e, "Progress of %s", id)))
                .chain(it -> content(period, it))
                .chain(it -> summary.of(id, it).map(it::with))
                .chain(it -> store.ready(id, it))
                .onFailure()
                .call(() -> store.failed(id).onFailure().recoverWithNull());
    }

    private Uni<ReportContent> content(ReportPeriod period, List<PeriodFigure> read) {
        return Uni.combine()
                .all()
                .unis(
                        criteria.of(
                                Troubles.midnight(period.before().from()).toInstant(),
                                Troubles.midnight(period.from()).toInstant(),
                                Troubles.midnight(period.to().plusDays(1)).toInstant()),
                        troubles.unanswered(period),
                        troubles.outages(period),
                        indexes.of(read),
                        troubles.reviews(period))
                .asTuple()
                .map(it -> new ReportContent(
                        period.name(),
                        HomeZone.id().getId(),
                        Instant.now(),
                        read,
                        it.getItem1(),
                        it.getItem2(),
                        it.getItem3(),
                        it.getItem4(),
                        it.getItem5(),
                        null));
    }
}
