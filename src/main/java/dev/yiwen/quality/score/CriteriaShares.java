package dev.yiwen.quality.score;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What reports take from the scores: each criterion that counts, and how often it was broken. */
@Singleton
public class CriteriaShares {
    private static final String SHARES = """
            select f.criterion,
              count(distinct f.conversation_id) filter (where s.closed_at >= $2 and f.outcome <> 'NOT_JUDGED') as n,
              count(distinct f.conversation_id) filter (where s.closed_at >= $2 and f.outcome = 'BROKEN') as broken,
              count(distinct f.conversation_id) filter (where s.closed_at < $2 and f.outcome <> 'NOT_JUDGED') as before,
              count(distinct f.conversation_id) filter (where s.closed_at < $2 and f.outcome = 'BROKEN') as broken_before
            from conversation_score s join score_finding f on f.conversation_id = s.conversation_id and f.counted
            where s.who = 'all' and s.closed_at >= $1 and s.closed_at < $3
            group by 1
            """;
    private static final String APPEALS = """
            select criterion, count(*) as appealed, count(*) filter (where overturned) as overturned
            from score_appeal where at >= $1 and at < $2 group by 1
            """;

    private final Pool database;
    private final Criteria criteria;

    CriteriaShares(Pool database, Criteria criteria) {
        this.database = database;
        this.criteria = criteria;
    }

    /** The most frequent first; from {@code from} to before {@code end}, beside those from {@code before} on. */
    public Uni<List<CriterionShare>> of(Instant before, Instant from, Instant end) {
        return criteria.current()
                .chain(version -> database.preparedQuery(SHARES)
                        .execute(Tuple.of(at(before), at(from), at(end)))
                        .chain(shares -> database.preparedQuery(APPEALS)
                                .execute(Tuple.of(at(from), at(end)))
                                .map(appeals -> joined(
                                        version,
                                        shares.stream().toList(),
                                        appeals.stream()
                                                .collect(Collectors.toMap(
                                                        row -> row.getString("criterion"), Function.identity()))))));
    }

    private static List<CriterionShare> joined(Criteria.Version version, List<Row> shares, Map<String, Row> appeals) {
        var known = version.criteria().stream().collect(Collectors.toMap(Criterion::key, Function.identity()));
        return shares.stream()
                .filter(it -> known.containsKey(it.getString("criterion")))
                .map(it -> share(requireNonNull(known.get(it.getString("criterion"))), it, appeals))
                .filter(it -> it.n() > 0)
                .sorted(Comparator.comparingLong(CriterionShare::broken).reversed())
                .toList();
    }

    private static CriterionShare share(Criterion criterion, Row row, Map<String, Row> appeals) {
        var appeal = appeals.get(criterion.key());
        return new CriterionShare(
                criterion.key(),
                criterion.name(),
                criterion.english(),
                criterion.score().name(),
                row.getLong("n"),
                row.getLong("broken"),
                row.getLong("before"),
                row.getLong("broken_before"),
                appeal == null ? 0 : appeal.getLong("appealed"),
                appeal == null ? 0 : appeal.getLong("overturned"));
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
