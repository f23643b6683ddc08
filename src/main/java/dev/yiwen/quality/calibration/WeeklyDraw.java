package dev.yiwen.quality.calibration;

import dev.yiwen.quality.score.Criteria;
import dev.yiwen.quality.score.Criterion;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Leader;
import dev.yiwen.shared.Rhythm;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Draws of each week that is over, once, what people are to judge: of each criterion some at random and some that are doubtful. The
 * same week and criterion shuffle the same.
 */
@Singleton
final class WeeklyDraw {
    private static final Duration OFTEN = Duration.ofMinutes(10);
    private static final int DAYS = 7;

    private static final String SIGNS = """
              s.judged, least(s.compliance, s.experience, 100 - s.risk) as lowest, e.dissatisfied, r.score as rating
            """;
    private static final String BESIDE = """
              left join satisfaction_estimate e on e.conversation_id = s.conversation_id
              left join satisfaction r on r.conversation_id = s.conversation_id
            """;
    private static final String FINDINGS = """
            select f.conversation_id, f.who, f.outcome, %s,
              exists (select from score_appeal a
                where a.conversation_id = f.conversation_id and a.who = f.who and a.criterion = f.criterion) as appealed
            from conversation_score w
              join score_finding f on f.conversation_id = w.conversation_id and f.criterion = $1
              join conversation_score s on s.conversation_id = f.conversation_id and s.who = f.who %s
            where w.who = 'all' and w.closed_at >= $2 and w.closed_at < $3
            order by md5($4::text || f.conversation_id || f.who) limit 400
            """.formatted(SIGNS, BESIDE);

    private static final String ATTITUDES = """
            select s.conversation_id, s.who, round(s.attitude)::smallint as attitude, %s, false as appealed
            from conversation_score w join conversation_score s on s.conversation_id = w.conversation_id and s.who <> 'all' %s
            where w.who = 'all' and w.closed_at >= $1 and w.closed_at < $2 and s.attitude is not null
            order by md5($3::text || s.conversation_id || s.who) limit 400
            """.formatted(SIGNS, BESIDE);

    private static final String ONCE = "insert into calibration_week (week) values ($1) on conflict do nothing";
    private static final String DRAWN = "select from calibration_week where week = $1";
    private static final String CASE = """
            insert into calibration_case (id, week, conversation_id, who, criterion, kind, machine)
            values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing
            """;
    // Who began and never handed in keeps no others from it.
    private static final String FORGOTTEN =
            "delete from calibration_judgement where not sealed and at < now() - interval '14 days'";

    private final Pool database;
    private final Leader leader;
    private final Criteria criteria;
    private final CalibrationRules rules;

    WeeklyDraw(Pool database, Leader leader, Criteria criteria, CalibrationRules rules) {
        this.database = database;
        this.leader = leader;
        this.criteria = criteria;
        this.rules = rules;
    }

    void onServing(@ObservesAsync HttpServerStart start, Rhythm rhythm) {
        rhythm.every(OFTEN, () -> leader.alone("calibration", () -> draw(lastWeek(HomeZone.today()))));
    }

    /** The Monday of the week before that of {@code today}. */
    static LocalDate lastWeek(LocalDate today) {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusDays(DAYS);
    }

    /** Does nothing when it was drawn. */
    Uni<Void> draw(LocalDate week) {
        return database.preparedQuery(DRAWN)
                .execute(Tuple.of(week))
                .chain(drawn -> drawn.size() > 0
                        ? Uni.createFrom().voidItem()
                        : Uni.combine()
                                .all()
                                .unis(rules.current(), criteria.current())
                                .asTuple()
                                .chain(it -> drawn(week, it.getItem1(), it.getItem2())));
    }

    private Uni<Void> drawn(LocalDate week, CalibrationRules.Rule rule, Criteria.Version version) {
        var keys = Stream.concat(
                        version.criteria().stream().filter(Criterion::enabled).map(Criterion::key),
                        Stream.of(Grades.ATTITUDE))
                .toList();
        return Multi.createFrom()
                .iterable(keys)
                .onItem()
                .transformToUniAndConcatenate(key -> candidates(week, key).map(it -> rows(week, key, it, rule)))
                .collect()
                .asList()
                .map(all -> all.stream().flatMap(List::stream).toList())
                .chain(rows -> database.withTransaction(open -> stored(open, week, rows)));
    }

    private static Uni<Void> stored(SqlConnection open, LocalDate week, List<Tuple> rows) {
        return open.preparedQuery(ONCE)
                .execute(Tuple.of(week))
                .chain(it -> it.rowCount() == 0 || rows.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : open.preparedQuery(CASE).executeBatch(rows).replaceWithVoid())
                .chain(() -> open.query(FORGOTTEN).execute())
                .replaceWithVoid();
    }

    private Uni<List<CalibrationCandidate>> candidates(LocalDate week, String key) {
        var from = week.atStartOfDay(HomeZone.id()).toOffsetDateTime();
        var until = week.plusDays(DAYS).atStartOfDay(HomeZone.id()).toOffsetDateTime();
        var seed = week + " " + key + " ";
        var rows = Grades.ordered(key)
                ? database.preparedQuery(ATTITUDES).execute(Tuple.of(from, until, seed))
                : database.preparedQuery(FINDINGS).execute(Tuple.of(key, from, until, seed));
        return rows.map(found -> found.stream().map(row -> candidate(row, key)).toList());
    }

    private static CalibrationCandidate candidate(Row row, String key) {
        Integer machine = Grades.ordered(key)
                ? row.getInteger("attitude")
                : switch (row.getString("outcome")) {
                    case "KEPT" -> Integer.valueOf(Grades.KEPT);
                    case "BROKEN", "OVERTURNED" -> Integer.valueOf(Grades.BROKEN);
                    default -> null;
                };
        return new CalibrationCandidate(
                row.getUUID("conversation_id"),
                row.getString("who"),
                machine,
                new CalibrationCandidate.Signs(
                                machine == null,
                                row.getDouble("judged"),
                                row.getDouble("lowest"),
                                row.getDouble("dissatisfied"),
                                row.getInteger("rating"),
                                row.getBoolean("appealed"))
                        .doubt());
    }

    private static List<Tuple> rows(
            LocalDate week, String key, List<CalibrationCandidate> candidates, CalibrationRules.Rule rule) {
        var sample = WeekSample.of(candidates, rule.random(), rule.doubtful());
        var rows = new ArrayList<Tuple>();
        sample.random().forEach(it -> rows.add(row(week, key, "RANDOM", it)));
        sample.doubtful().forEach(it -> rows.add(row(week, key, "DOUBTFUL", it)));
        return rows;
    }

    private static Tuple row(LocalDate week, String key, String kind, CalibrationCandidate it) {
        return Tuple.tuple()
                .addUUID(Ids.next())
                .addLocalDate(week)
                .addUUID(it.conversation())
                .addString(it.who())
                .addString(key)
                .addString(kind)
                .addInteger(it.machine());
    }
}
