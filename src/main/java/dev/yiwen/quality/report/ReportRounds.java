package dev.yiwen.quality.report;

import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Leader;
import dev.yiwen.shared.Rhythm;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import org.jboss.logging.Logger;

/** Makes the reports that are due, sends them, and forgets those that are too old. One instance does it. */
@Singleton
class ReportRounds {
    private static final Logger LOG = Logger.getLogger(ReportRounds.class);
    private static final Duration OFTEN = Duration.ofMinutes(10);

    private final ReportSchedules schedules;
    private final ReportMaking making;
    private final ReportStore store;
    private final ReportMail mail;
    private final ReportConfig config;

    ReportRounds(
            ReportSchedules schedules, ReportMaking making, ReportStore store, ReportMail mail, ReportConfig config) {
        this.schedules = schedules;
        this.making = making;
        this.store = store;
        this.mail = mail;
        this.config = config;
    }

    void onServing(@ObservesAsync HttpServerStart start, Rhythm rhythm, Leader leader) {
        rhythm.every(OFTEN, () -> leader.alone("quality-reports", () -> round(HomeZone.today())));
    }

    Uni<Void> round(LocalDate today) {
        return schedules
                .current()
                .chain(schedule -> Multi.createFrom()
                        .iterable(schedule.due(today))
                        .onItem()
                        .transformToUniAndConcatenate(it -> make(it).onFailure()
                                .invoke(e -> LOG.warnf(e, "The report %s was not made", it.name()))
                                // The others are not to wait for it.
                                .onFailure()
                                .recoverWithNull())
                        .collect()
                        .last()
                        .chain(() -> mail.sendPending(schedule)))
                .chain(() -> store.forget(config.keep()))
                .replaceWithVoid();
    }

    private Uni<Void> make(ReportPeriod period) {
        return schedules
                .wanted(period)
                .chain(wanted -> wanted
                        ? making.whole(period, null).chain(id -> schedules.ran(period, id))
                        : Uni.createFrom().voidItem());
    }
}
