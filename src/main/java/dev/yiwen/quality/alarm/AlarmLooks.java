package dev.yiwen.quality.alarm;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.quality.alarm.Surges.Surge;
import dev.yiwen.quality.review.HighShare;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.InTurn;
import dev.yiwen.shared.Leader;
import dev.yiwen.shared.Rhythm;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what rings, on one instance of all: at each day once it is over, so that the budget of false alarms is spent once, and at
 * thresholds every minute.
 */
@Singleton
class AlarmLooks {
    private static final Duration OFTEN = Duration.ofMinutes(1);
    /** What is said and rated after midnight of conversations before it. */
    private static final Duration SETTLED = Duration.ofHours(2);
    /** An alarm that nobody closes rings no other out of existence. */
    private static final int OPEN_DAYS = 7;

    private static final String LOOKED =
            "insert into alarm_look (day, streams) values ($1, $2) on conflict (day) do nothing";

    private final Pool database;
    private final Leader leader;
    private final StreamDays streams;
    private final AlarmStore store;
    private final ShareLook shares;

    AlarmLooks(Pool database, Leader leader, StreamDays streams, AlarmStore store, ShareLook shares) {
        this.database = database;
        this.leader = leader;
        this.streams = streams;
        this.store = store;
        this.shares = shares;
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
                    return InTurn.each(active, this::threshold).chain(() -> yesterday(active));
                }));
    }

    private Uni<Void> threshold(AlarmStore.Setting setting) {
        var rule = setting.rule();
        var limit = setting.threshold();
        if (limit == null || rule.kind() != AlarmRule.Kind.NOW) {
            return Uni.createFrom().voidItem();
        }
        return database.query(rule.sql())
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .chain(now -> now >= limit
                        ? store.ring(database, Ringing.reached(rule, HomeZone.today(), now))
                        : store.over(rule));
    }

    private Uni<Void> yesterday(List<AlarmStore.Setting> active) {
        var daily = active.stream()
                .filter(it -> it.rule().kind() != AlarmRule.Kind.NOW)
                .toList();
        var day =
                LocalDate.ofInstant(Instant.now().minus(SETTLED), HomeZone.id()).minusDays(1);
        if (daily.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return database.preparedQuery("select from alarm_look where day = $1")
                .execute(Tuple.of(day))
                .chain(looked -> looked.size() > 0 ? Uni.createFrom().voidItem() : look(daily, day));
    }

    /** By these rules, those of thresholds are left out; once, and all of it or nothing. */
    Uni<Void> look(List<AlarmStore.Setting> daily, LocalDate day) {
        var rules = daily.stream()
                .map(AlarmStore.Setting::rule)
                .filter(it -> it.kind() == AlarmRule.Kind.USUAL)
                .toList();
        return shares.at(day, daily).chain(high -> look(rules, high, day));
    }

    private Uni<Void> look(List<AlarmRule> rules, List<ShareLook.High> high, LocalDate day) {
        return Uni.combine()
                .all()
                .unis(
                        rules.isEmpty()
                                ? Uni.createFrom().item(Map.<AlarmStream, List<DayCount>>of())
                                : streams.read(rules, day.minusDays(Expected.DAYS), day),
                        rises())
                .asTuple()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(it -> DayLook.at(day, it.getItem1(), it.getItem2()))
                .chain(found -> database.withTransaction(open -> open.preparedQuery(LOOKED)
                        .execute(Tuple.of(day, found.streams()))
                        .chain(done -> done.rowCount() == 0
                                ? Uni.createFrom().voidItem()
                                : store.forget(open, day.minusDays(OPEN_DAYS))
                                        .chain(() -> InTurn.each(ringing(found, day), it -> store.ring(open, it)))
                                        .chain(() -> keep(open, found.rises()))
                                        .chain(() -> shares.open(open, high)))));
    }

    private static List<Ringing> ringing(DayLook.Found found, LocalDate day) {
        return Stream.concat(
                        found.causes().stream().map(it -> Ringing.of(Ringing.Kind.SURGE, day, it.shown(), it.also())),
                        found.rising().stream().map(it -> Ringing.of(Ringing.Kind.SLOW_RISE, day, it, List.of())))
                .toList();
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

    /**
     * A day on which a stream would have rung.
     *
     * @param expected absent of shares
     * @param of of how many conversations; of shares alone, of all three days as {@code count} is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rung(
            LocalDate day,
            String topic,
            String region,
            int count,
            @Nullable Double expected,
            @Nullable Integer of) {
        private static Rung of(LocalDate day, Surge<AlarmStream> surge) {
            var stream = surge.stream();
            return new Rung(day, stream.topic(), stream.region(), surge.count(), surge.expected(), null);
        }

        static Rung of(LocalDate day, HighShare high) {
            var stream = high.stream();
            return new Rung(day, stream.topic(), stream.region(), high.hits(), null, high.n());
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
            @Nullable Double expected,
            @Nullable Double upper) {}

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
                .map(all -> all.getOrDefault(stream, List.<DayCount>of()).stream()
                        .filter(it -> !it.day().isBefore(first))
                        .map(it -> DayLook.expected(stream, it, all)
                                .map(usual -> new Point(it.day(), it.count(), usual.mean(), usual.upper()))
                                .orElse(new Point(it.day(), it.count(), null, null)))
                        .toList());
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

    private static Uni<Void> keep(SqlConnection open, Map<AlarmStream, SlowRise> rises) {
        var rows = rises.entrySet().stream()
                .filter(it -> it.getValue().sum() > 0)
                .map(it -> Tuple.of(
                        it.getKey().rule().name(),
                        it.getKey().topic(),
                        it.getKey().region(),
                        it.getValue().sum()))
                .toList();
        return open.query("delete from alarm_rise")
                .execute()
                .chain(() -> rows.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : open.preparedQuery(
                                        "insert into alarm_rise (rule, topic, region, sum) values ($1, $2, $3, $4)")
                                .executeBatch(rows)
                                .replaceWithVoid());
    }
}
