package dev.yiwen.quality.alarm;

import dev.yiwen.quality.alarm.Surges.Surge;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Leader;
import dev.yiwen.shared.Rhythm;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Looks at what rings, on one instance of all: at each day once it is over, so that the budget of false alarms is spent once, and at
 * thresholds every minute.
 */
@Singleton
class AlarmLooks {
    private static final Duration OFTEN = Duration.ofMinutes(1);

    private final Pool database;
    private final Leader leader;
    private final StreamDays streams;
    private final AlarmStore store;
    private final AlarmMail mail;

    AlarmLooks(Pool database, Leader leader, StreamDays streams, AlarmStore store, AlarmMail mail) {
        this.database = database;
        this.leader = leader;
        this.streams = streams;
        this.store = store;
        this.mail = mail;
    }

    void onServing(@ObservesAsync HttpServerStart start, Rhythm rhythm) {
        rhythm.every(OFTEN, this::round);
    }

    Uni<Void> round() {
        return leader.alone(
                "alarms",
                () -> store.settings().chain(settings -> {
                    var active =
                            settings.stream().filter(AlarmStore.Setting::active).toList();
                    return each(active, this::threshold)
                            .chain(() -> yesterday(active))
                            .chain(() -> mail.send(active));
                }));
    }

    private Uni<Void> threshold(AlarmStore.Setting setting) {
        var limit = setting.threshold();
        if (limit == null) {
            return Uni.createFrom().voidItem();
        }
        return database.query(setting.rule().sql())
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .chain(now -> now >= limit
                        ? store.ring(
                                AlarmStream.of(setting.rule()),
                                "THRESHOLD",
                                HomeZone.today(),
                                now,
                                null,
                                null,
                                List.of())
                        : store.over(setting.rule()));
    }

    private Uni<Void> yesterday(List<AlarmStore.Setting> active) {
        var rules = active.stream()
                .map(AlarmStore.Setting::rule)
                .filter(it -> it.threshold() == null)
                .toList();
        var day = HomeZone.today().minusDays(1);
        if (rules.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return database.preparedQuery("select from alarm_look where day = $1")
                .execute(Tuple.of(day))
                .chain(looked -> looked.size() > 0 ? Uni.createFrom().voidItem() : look(rules, day));
    }

    /** Of the streams of these rules. */
    Uni<Void> look(List<AlarmRule> rules, LocalDate day) {
        return Uni.combine()
                .all()
                .unis(streams.read(rules, day.minusDays(Expected.DAYS), day), rises())
                .asTuple()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(it -> DayLook.at(day, it.getItem1(), it.getItem2()))
                .chain(found -> each(found.causes(), it -> ring(it, day))
                        .chain(() -> each(found.rising(), it -> slow(it, day)))
                        .chain(() -> keep(found.rises()))
                        .chain(() -> database.preparedQuery(
                                        "insert into alarm_look (day, streams) values ($1, $2) on conflict (day) do nothing")
                                .execute(Tuple.of(day, found.streams()))))
                .replaceWithVoid();
    }

    /**
     * What would have rung had the rule been on in these days.
     *
     * @return the newest first
     */
    Uni<List<Rung>> trial(AlarmRule rule, int days) {
        var last = HomeZone.today().minusDays(1);
        var first = last.minusDays(days - 1L);
        return streams.read(List.of(rule), first.minusDays(Expected.DAYS), last)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(all -> {
                    var rung = new ArrayList<Rung>();
                    for (var day = last; !day.isBefore(first); day = day.minusDays(1)) {
                        for (var cause : DayLook.at(day, all, Map.of()).causes()) {
                            rung.add(Rung.of(day, cause.shown()));
                        }
                    }
                    return rung;
                });
    }

    /** A day on which a stream would have rung. */
    record Rung(LocalDate day, String topic, String region, int count, double expected) {
        private static Rung of(LocalDate day, Surge<AlarmStream> surge) {
            return new Rung(day, surge.stream().topic(), surge.stream().region(), surge.count(), surge.expected());
        }
    }

    /**
     * A day of a stream beside what was to be expected of it.
     *
     * @param upper what is exceeded on one usual day in a hundred; absent, as {@code expected}, while there is too little history
     */
    record Point(
            LocalDate day,
            int count,
            @org.jspecify.annotations.Nullable Double expected,
            @org.jspecify.annotations.Nullable Double upper) {}

    /** The last eight weeks of what rang; empty of thresholds. */
    Uni<List<Point>> course(Alarm alarm) {
        if (alarm.rule().threshold() != null) {
            return Uni.createFrom().item(List.of());
        }
        var stream = new AlarmStream(alarm.rule(), alarm.topic(), alarm.region());
        var first = alarm.day().minusDays(Expected.DAYS / 2L);
        var last = HomeZone.today().minusDays(1);
        return streams.read(List.of(alarm.rule()), first.minusDays(Expected.DAYS), last)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(all -> {
                    var days = all.getOrDefault(stream, List.of());
                    var course = CommonCourse.of(List.of(days));
                    return days.stream()
                            .filter(it -> !it.day().isBefore(first))
                            .map(it -> point(it, days, course))
                            .toList();
                });
    }

    private static Point point(DayCount day, List<DayCount> all, CommonCourse course) {
        var before = all.stream()
                .filter(it -> it.day().isBefore(day.day())
                        && !it.day().isBefore(day.day().minusDays(Expected.DAYS)))
                .toList();
        return Expected.on(day, before, course)
                .map(it -> new Point(day.day(), day.count(), it.mean(), it.upper()))
                .orElse(new Point(day.day(), day.count(), null, null));
    }

    private Uni<Void> ring(Cause cause, LocalDate day) {
        var shown = cause.shown();
        return store.ring(shown.stream(), "SURGE", day, shown.count(), shown.expected(), shown.tail(), cause.also());
    }

    private Uni<Void> slow(Surge<AlarmStream> rise, LocalDate day) {
        return store.ring(rise.stream(), "SLOW_RISE", day, rise.count(), rise.expected(), rise.tail(), List.of());
    }

    private Uni<Map<AlarmStream, SlowRise>> rises() {
        return database.query("select rule, topic, region, sum from alarm_rise")
                .execute()
                .map(rows -> {
                    var rises = new HashMap<AlarmStream, SlowRise>();
                    for (Row row : rows) {
                        rises.put(
                                new AlarmStream(
                                        AlarmRule.valueOf(row.getString("rule")),
                                        row.getString("topic"),
                                        row.getString("region")),
                                new SlowRise(row.getDouble("sum")));
                    }
                    return rises;
                });
    }

    private Uni<Void> keep(Map<AlarmStream, SlowRise> rises) {
        var rows = rises.entrySet().stream()
                .filter(it -> it.getValue().sum() > 0)
                .map(it -> Tuple.of(
                        it.getKey().rule().name(),
                        it.getKey().topic(),
                        it.getKey().region(),
                        it.getValue().sum()))
                .toList();
        return database.withTransaction(open -> open.query("delete from alarm_rise")
                .execute()
                .chain(() -> rows.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : open.preparedQuery(
                                        "insert into alarm_rise (rule, topic, region, sum) values ($1, $2, $3, $4)")
                                .executeBatch(rows)
                                .replaceWithVoid()));
    }

    private static <T> Uni<Void> each(List<T> all, Function<T, Uni<? extends Void>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(work)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
