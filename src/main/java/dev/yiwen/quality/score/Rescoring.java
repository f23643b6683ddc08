package dev.yiwen.quality.score;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.conversation.ConversationId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What other criteria would make of conversations that are scored, and what they do when somebody wants it. */
@Singleton
final class Rescoring {
    private static final int SAMPLE = 200;

    private static final String COUNT = """
            select count(*) from conversation_score s join conversation c on c.id = s.conversation_id and c.closed_at is not null
            where s.who = 'all' and s.closed_at > now() - make_interval(days => $1)
            """;
    private static final String NEWEST = """
            select s.conversation_id, s.compliance, s.experience, s.risk, s.attitude
            from conversation_score s join conversation c on c.id = s.conversation_id and c.closed_at is not null
            where s.who = 'all' and s.closed_at > now() - make_interval(days => $1) order by s.closed_at desc limit $2
            """;
    private static final String MARK = """
            update conversation_score set stale = true
            where who = 'all' and not stale and closed_at > now() - make_interval(days => $1) and version < $2
            """;

    private final Pool database;
    private final JudgedTalks talks;
    private final Judge judge;
    private final UnreliableCriteria unreliable;

    Rescoring(Pool database, JudgedTalks talks, TalkSense sense, UnreliableCriteria unreliable) {
        this.database = database;
        this.unreliable = unreliable;
        this.talks = talks;
        this.judge = new Judge(sense);
    }

    /**
     * @param conversations how many would be scored again
     * @param looked on how many of the newest it was tried
     * @param changed how many of those would have other scores
     */
    record Preview(
            long conversations,
            int looked,
            int changed,
            Shift compliance,
            Shift experience,
            Shift risk,
            Shift attitude) {}

    /** Means; absent where nothing could be judged. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shift(@Nullable Double before, @Nullable Double after) {}

    private record Both(TalkScore before, TalkScore after) {}

    Uni<Preview> preview(List<Criterion> criteria, int days) {
        CriteriaCheck.of(criteria);
        return Uni.combine()
                .all()
                .unis(
                        database.preparedQuery(COUNT)
                                .execute(Tuple.of(days))
                                .map(rows -> rows.iterator().next().getLong(0)),
                        Uni.combine()
                                .all()
                                .unis(database.preparedQuery(NEWEST).execute(Tuple.of(days, SAMPLE)), unreliable.keys())
                                .asTuple()
                                .chain(it -> both(
                                        new ArrayList<>(it.getItem1().stream().toList()), criteria, it.getItem2())))
                .asTuple()
                .map(it -> preview(it.getItem1(), it.getItem2()));
    }

    /** The next rounds do it; says how many there are. */
    Uni<Integer> mark(int days, int version) {
        return database.preparedQuery(MARK).execute(Tuple.of(days, version)).map(it -> it.rowCount());
    }

    private Uni<List<Both>> both(List<Row> rows, List<Criterion> criteria, Set<String> unreliable) {
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(row -> talks.of(ConversationId.of(row.getUUID("conversation_id")))
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(found -> found.map(read -> new Both(
                                stored(row),
                                TalkScore.of(judge.of(criteria, read.talk()), unreliable)
                                        .getFirst()))))
                .filter(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asList();
    }

    private static TalkScore stored(Row row) {
        return new TalkScore(
                JudgedTalk.WHOLE,
                row.getInteger("compliance"),
                row.getInteger("experience"),
                row.getInteger("risk"),
                row.getDouble("attitude"),
                1);
    }

    private static Preview preview(long conversations, List<Both> both) {
        int changed = (int) both.stream()
                .filter(it -> !Objects.equals(it.before.compliance(), it.after.compliance())
                        || !Objects.equals(it.before.experience(), it.after.experience())
                        || !Objects.equals(it.before.risk(), it.after.risk()))
                .count();
        return new Preview(
                conversations,
                both.size(),
                changed,
                shift(both, TalkScore::compliance),
                shift(both, TalkScore::experience),
                shift(both, TalkScore::risk),
                shift(both, TalkScore::attitude));
    }

    private static Shift shift(List<Both> both, Function<TalkScore, @Nullable Number> of) {
        return new Shift(
                mean(both.stream().map(Both::before).toList(), of),
                mean(both.stream().map(Both::after).toList(), of));
    }

    private static @Nullable Double mean(List<TalkScore> scores, Function<TalkScore, @Nullable Number> of) {
        var sum = new ArrayList<Double>();
        for (TalkScore score : scores) {
            var value = of.apply(score);
            if (value != null) {
                sum.add(value.doubleValue());
            }
        }
        OptionalDouble mean = sum.stream().mapToDouble(it -> it).average();
        return mean.isPresent() ? mean.getAsDouble() : null;
    }
}
