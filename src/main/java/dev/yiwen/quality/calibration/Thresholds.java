package dev.yiwen.quality.calibration;

import dev.yiwen.quality.score.Criteria;
import dev.yiwen.quality.score.Criterion;
import dev.yiwen.quality.score.CriterionFinding.Outcome;
import dev.yiwen.quality.score.CriterionTrial;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Proposes other limits of figures where people, by calibration or on appeal, decided otherwise; changes nothing. */
@Singleton
final class Thresholds {
    private static final int DAYS = 182;

    // What was decided on appeal is of whoever objected: it is there beside what was drawn.
    private static final String DECIDED = """
            select b.conversation_id, b.who, coalesce(b.resolved, b.verdicts[1]) = 2 as broken from (%s) b
            where b.criterion = $1 and coalesce(b.resolved, b.verdicts[1]) in (1, 2) and (b.resolved is not null or not b.apart)
            union
            select a.conversation_id, a.who, not a.overturned from score_appeal a
            where a.criterion = $1 and a.decided_at > now() - interval '182 days'
            limit 200
            """.formatted(Comparing.BOTH.formatted(DAYS));

    private final Pool database;
    private final Criteria criteria;
    private final CriterionTrial trial;

    Thresholds(Pool database, Criteria criteria, CriterionTrial trial) {
        this.database = database;
        this.criteria = criteria;
        this.trial = trial;
    }

    /**
     * @param cases that people decided
     * @param wrong of these, by the limit there is
     * @param wrongThen by the one that is proposed
     */
    record Proposal(String criterion, double most, double proposed, int cases, int wrong, int wrongThen) {}

    private record Decided(UUID conversation, String who, boolean broken) {}

    Uni<List<Proposal>> all() {
        return criteria.current()
                .chain(version -> Multi.createFrom()
                        .iterable(version.criteria())
                        .filter(it -> it.enabled() && it.rule() instanceof Criterion.Figure)
                        .onItem()
                        .transformToUniAndConcatenate(it -> proposal(it, (Criterion.Figure) it.rule()))
                        .filter(Optional::isPresent)
                        .map(Optional::get)
                        .collect()
                        .asList());
    }

    private Uni<Optional<Proposal>> proposal(Criterion criterion, Criterion.Figure rule) {
        return database.preparedQuery(DECIDED)
                .execute(Tuple.of(criterion.key()))
                .map(rows -> rows.stream()
                        .map(it -> new Decided(
                                it.getUUID("conversation_id"), it.getString("who"), it.getBoolean("broken")))
                        .toList())
                .chain(cases -> cases.size() < ThresholdFit.LEAST
                        ? Uni.createFrom().item(Optional.empty())
                        : tried(criterion, rule, cases));
    }

    private Uni<Optional<Proposal>> tried(Criterion criterion, Criterion.Figure rule, List<Decided> cases) {
        var limits = ThresholdFit.around(rule.most(), counted(rule.measure()));
        var variants = limits.stream()
                .map(it -> with(criterion, new Criterion.Figure(rule.measure(), it)))
                .toList();
        return Multi.createFrom()
                .iterable(cases)
                .onItem()
                .transformToUniAndConcatenate(it -> trial.of(it.conversation(), it.who(), variants)
                        .map(outcomes -> outcomes.stream()
                                .map(outcome -> (outcome == Outcome.BROKEN) != it.broken())
                                .toList()))
                .collect()
                .asList()
                .map(wrong -> proposal(criterion.key(), rule.most(), limits, wrong));
    }

    /** @param wrong of each case, by each limit */
    private static Optional<Proposal> proposal(
            String criterion, double now, List<Double> limits, List<List<Boolean>> wrong) {
        var tried = new ArrayList<ThresholdFit.Limit>();
        int wrongNow = 0;
        for (int i = 0; i < limits.size(); i++) {
            int place = i;
            int count = (int) wrong.stream().filter(it -> it.get(place)).count();
            tried.add(new ThresholdFit.Limit(limits.get(i), count));
            if (limits.get(i) == now) {
                wrongNow = count;
            }
        }
        var better = ThresholdFit.better(now, tried);
        return better == null
                ? Optional.empty()
                : Optional.of(new Proposal(criterion, now, better.most(), wrong.size(), wrongNow, better.wrong()));
    }

    private static boolean counted(Criterion.Measure measure) {
        return switch (measure) {
            case FIRST_RESPONSE, LONGEST_WAIT, SILENCE -> false;
            case CUSTOMER_TURNS, TRANSFERS, SAME_PHRASE, INTERRUPTIONS, REPEAT_CONTACTS -> true;
        };
    }

    private static Criterion with(Criterion it, Criterion.Rule rule) {
        return new Criterion(
                it.key(),
                it.name(),
                it.english(),
                it.score(),
                it.points(),
                it.attitude(),
                it.of(),
                it.medium(),
                it.enabled(),
                rule);
    }
}
