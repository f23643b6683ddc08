package dev.yiwen.quality.alarm;

import dev.yiwen.quality.alarm.AlarmLooks.Rung;
import dev.yiwen.quality.review.HighShare;
import dev.yiwen.quality.review.ReviewTasks;
import dev.yiwen.quality.review.ShareDays;
import dev.yiwen.quality.review.ShareStream;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.InTurn;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at shares of three days that are over, and opens a review task of each that was too high. */
@Singleton
class ShareLook {
    private final ShareDays days;
    private final ReviewTasks reviews;

    ShareLook(ShareDays days, ReviewTasks reviews) {
        this.days = days;
        this.reviews = reviews;
    }

    /** @param above percent */
    record High(HighShare share, int above) {}

    /** By the rules on shares among these that are on. */
    Uni<List<High>> at(LocalDate day, List<AlarmStore.Setting> settings) {
        return Multi.createFrom()
                .iterable(settings)
                .filter(AlarmStore.Setting::active)
                .onItem()
                .transformToUniAndConcatenate(it -> high(day, it))
                .collect()
                .asList()
                .map(all -> all.stream().flatMap(List::stream).toList());
    }

    private Uni<List<High>> high(LocalDate day, AlarmStore.Setting setting) {
        var share = setting.rule().share();
        var above = setting.threshold();
        if (share == null || above == null) {
            return Uni.createFrom().item(List.of());
        }
        return days.all(share, day.minusDays(HighShare.DAYS - 1L), day)
                .map(streams -> HighShare.until(day, streams, limit(above, setting.least())).stream()
                        .map(it -> new High(it, above))
                        .toList());
    }

    Uni<Void> open(SqlClient open, List<High> found) {
        return InTurn.each(found, it -> reviews.open(open, it.share(), it.above()));
    }

    /**
     * When it would have opened a task: on the first of days on which one stream was found.
     *
     * @return the newest first
     */
    Uni<List<Rung>> trial(AlarmRule rule, @Nullable Integer above, @Nullable Integer least, int length) {
        var share = rule.share();
        if (share == null || above == null) {
            return Uni.createFrom().item(List.of());
        }
        var last = HomeZone.today().minusDays(1);
        var first = last.minusDays(length - 1L);
        var limit = limit(above, least);
        return days.all(share, first.minusDays(HighShare.DAYS - 1L), last)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(streams -> first.datesUntil(last.plusDays(1))
                        .collect(Collectors.toMap(
                                day -> day, day -> HighShare.until(day, streams, limit), (one, other) -> one)))
                .map(found -> begun(found, last, length));
    }

    private static List<Rung> begun(Map<LocalDate, List<HighShare>> found, LocalDate last, int length) {
        var rung = new ArrayList<Rung>();
        for (int back = 0; back < length; back++) {
            var day = last.minusDays(back);
            Set<ShareStream> before = found.getOrDefault(day.minusDays(1), List.of()).stream()
                    .map(HighShare::stream)
                    .collect(Collectors.toSet());
            found.getOrDefault(day, List.of()).stream()
                    .filter(it -> !before.contains(it.stream()))
                    .map(it -> Rung.of(day, it))
                    .forEach(rung::add);
        }
        return rung;
    }

    private static HighShare.Limit limit(int above, @Nullable Integer least) {
        return new HighShare.Limit(above / 100.0, least == null ? AlarmRule.LEAST : least);
    }
}
