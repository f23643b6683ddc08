package dev.yiwen.quality.calibration;

import dev.yiwen.quality.calibration.Agreement.Pair;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far criteria can be relied on here. What was drawn at random decides: of what was drawn because it is doubtful more is wrong
 * than of all. Looks at half a year, and at what the machine says now.
 */
@Singleton
final class Reliability {
    private static final int DAYS = 182;

    private static final String JUDGED = "select b.criterion, b.kind, b.says, b.resolved, b.verdicts from (%s) b"
            .formatted(Comparing.BOTH.formatted(DAYS));

    private static final String KNOWN = "select criterion from unreliable_criterion order by criterion for update";
    private static final String UNRELIABLE = """
            insert into unreliable_criterion (criterion, kappa, n) values ($1, $2, $3)
            on conflict (criterion) do update set kappa = excluded.kappa, n = excluded.n
            """;
    private static final String RELIABLE = "delete from unreliable_criterion where criterion = $1";

    // At the next rounds; what ended earlier keeps the score that people have seen.
    private static final String STALE = """
            update conversation_score s set stale = true
            where s.who = 'all' and not s.stale and s.closed_at > now() - interval '30 days'
              and ($1 = 'attitude' or exists (select from score_finding f
                where f.conversation_id = s.conversation_id and f.criterion = $1 and f.outcome <> 'NOT_JUDGED'))
            """;

    private final Pool database;
    private final CalibrationRules rules;

    Reliability(Pool database, CalibrationRules rules) {
        this.database = database;
        this.rules = rules;
    }

    /**
     * @param cases that two have judged
     * @param open of which they differ, and nobody has resolved it
     * @param people how far the two agree
     * @param machine how far the machine agrees with them, in what was drawn at random
     * @param doubtful likewise in what was doubtful
     */
    record OfCriterion(
            String criterion,
            int cases,
            int open,
            Agreement people,
            Agreement machine,
            Agreement doubtful,
            State state) {}

    /** Whether a criterion counts. */
    enum State {
        /** Too few were judged to tell; it counts. */
        UNKNOWN,
        RELIABLE,
        /** Counts no more. */
        UNRELIABLE
    }

    /** One case. */
    record Judged(
            String criterion,
            boolean random,
            int one,
            int other,
            @Nullable Integer resolved,
            @Nullable Integer machine) {
        /** What people think; null while two differ. */
        @Nullable Integer people() {
            return resolved != null ? resolved : one == other ? Integer.valueOf(one) : null;
        }

        boolean open() {
            return people() == null;
        }
    }

    Uni<List<OfCriterion>> now() {
        return rules.current()
                .chain(rule -> database.query(JUDGED)
                        .execute()
                        .map(rows -> of(rows.stream().map(Reliability::judged).toList(), rule)));
    }

    static List<OfCriterion> of(List<Judged> all, CalibrationRules.Rule rule) {
        Map<String, List<Judged>> by =
                all.stream().collect(Collectors.groupingBy(Judged::criterion, TreeMap::new, Collectors.toList()));
        var found = new ArrayList<OfCriterion>();
        by.forEach((criterion, judged) -> found.add(of(criterion, judged, rule)));
        return found;
    }

    private static OfCriterion of(String criterion, List<Judged> judged, CalibrationRules.Rule rule) {
        var people = judged.stream().map(it -> new Pair(it.one(), it.other())).toList();
        var machine = machine(criterion, judged, true);
        return new OfCriterion(
                criterion,
                judged.size(),
                (int) judged.stream().filter(Judged::open).count(),
                Agreement.of(people, Grades.most(criterion), Grades.ordered(criterion)),
                machine,
                machine(criterion, judged, false),
                state(machine, rule));
    }

    static State state(Agreement machine, CalibrationRules.Rule rule) {
        var kappa = machine.kappa();
        // Without κ there is nothing but agreement on one and the same.
        if (machine.n() < rule.least() || kappa == null) {
            return State.UNKNOWN;
        }
        return kappa < rule.floor() ? State.UNRELIABLE : State.RELIABLE;
    }

    private static Agreement machine(String criterion, List<Judged> judged, boolean random) {
        var pairs = new ArrayList<Pair>();
        for (Judged it : judged) {
            var people = it.people();
            var machine = it.machine();
            if (it.random() == random && people != null && machine != null && Grades.tells(criterion, people)) {
                pairs.add(new Pair(people, machine));
            }
        }
        return Agreement.of(pairs, Grades.most(criterion), Grades.ordered(criterion));
    }

    /** What is not reliable leaves the scores, what is again comes back. */
    Uni<Void> renew() {
        return now().chain(all -> database.withTransaction(open -> open.query(KNOWN)
                .execute()
                .map(rows ->
                        rows.stream().map(row -> row.getString("criterion")).toList())
                .chain(known -> changed(open, all, known))));
    }

    private static Uni<Void> changed(SqlConnection open, List<OfCriterion> all, List<String> known) {
        Uni<Void> steps = Uni.createFrom().voidItem();
        for (OfCriterion it : all) {
            boolean was = known.contains(it.criterion());
            boolean unreliable = it.state() == State.UNRELIABLE;
            var kappa = it.machine().kappa();
            if (unreliable && kappa != null) {
                steps = steps.chain(() -> open.preparedQuery(UNRELIABLE)
                        .execute(Tuple.of(
                                it.criterion(), kappa.floatValue(), it.machine().n()))
                        .replaceWithVoid());
            } else if (was) {
                steps = steps.chain(() -> open.preparedQuery(RELIABLE)
                        .execute(Tuple.of(it.criterion()))
                        .replaceWithVoid());
            }
            if (was != unreliable) {
                steps = steps.chain(() -> open.preparedQuery(STALE)
                        .execute(Tuple.of(it.criterion()))
                        .replaceWithVoid());
            }
        }
        return steps;
    }

    private static Judged judged(Row row) {
        var verdicts = row.getArrayOfIntegers("verdicts");
        return new Judged(
                row.getString("criterion"),
                "RANDOM".equals(row.getString("kind")),
                verdicts[0],
                verdicts[1],
                row.getInteger("resolved"),
                row.getInteger("says"));
    }
}
