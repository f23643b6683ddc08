package dev.yiwen.quality.review;

import dev.yiwen.quality.review.ReviewTask.Measure;
import dev.yiwen.quality.review.ReviewTask.Seen;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads tasks with their measures and their history. */
@Singleton
class ReviewList {
    private static final String LIST = """
            select t.*, (select name from topic_name where topic = t.topic limit 1) as topic_name, o.name as owner, b.name as opener,
              (select jsonb_agg(jsonb_build_object('id', m.id, 'words', m.words, 'due', m.due, 'doneOn', m.done_on) order by m.due, m.id)
                from review_measure m where m.task_id = t.id) as measures
            from review_task t left join staff o on o.id = t.owner_id
              left join staff b on b.id = t.opened_by
            """;
    private static final String HISTORY = """
            select e.at, s.name, e.kind, e.state, e.words from review_event e left join staff s on s.id = e.by
            where e.task_id = $1 order by e.id
            """;

    private final Pool database;

    ReviewList(Pool database) {
        this.database = database;
    }

    /** Open ones first, then what ended, of 400 days. */
    Uni<List<ReviewTask>> all() {
        return database.query(LIST + """
                        where t.ended_at is null or t.ended_at > now() - interval '400 days'
                        order by t.ended_at is not null, t.opened_at desc limit 500
                        """)
                .execute()
                .map(rows -> rows.stream().map(ReviewList::task).toList());
    }

    /** Fails with {@code NOT_FOUND}. */
    Uni<ReviewTask> one(SqlClient open, UUID id) {
        return open.preparedQuery(LIST + "where t.id = $1")
                .execute(Tuple.of(id))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw new Problem(Problem.Kind.NOT_FOUND, "There is no such review task.");
                    }
                    return task(rows.iterator().next());
                });
    }

    Uni<ReviewTask> one(UUID id) {
        return one(database, id);
    }

    Uni<List<ReviewTask.Done>> history(UUID id) {
        return database.preparedQuery(HISTORY)
                .execute(Tuple.of(id))
                .map(rows -> rows.stream()
                        .map(row -> new ReviewTask.Done(
                                row.getOffsetDateTime("at").toInstant(),
                                row.getString("name"),
                                ReviewEvent.valueOf(row.getString("kind")),
                                named(ReviewState.class, row.getString("state")),
                                row.getString("words")))
                        .toList());
    }

    /** As it was when the task was judged; empty where it was not. */
    Uni<Optional<Effect>> kept(UUID id) {
        return database.preparedQuery("select effect from review_task where id = $1")
                .execute(Tuple.of(id))
                .map(rows ->
                        Optional.ofNullable(KeptEffect.of(rows.iterator().next().getJsonObject("effect"))));
    }

    private static ReviewTask task(Row row) {
        var today = HomeZone.today();
        var state = ReviewState.valueOf(row.getString("state"));
        @Nullable LocalDate due = row.getLocalDate("due");
        return new ReviewTask(
                row.getUUID("id"),
                ReviewOpening.Source.valueOf(row.getString("source")),
                row.getUUID("source_id"),
                row.getString("title"),
                named(Share.class, row.getString("share")),
                row.getString("topic"),
                row.getString("topic_name"),
                row.getString("region"),
                row.getLocalDate("seen_from"),
                row.getLocalDate("seen_to"),
                seen(row.getJsonArray("seen")),
                row.getInteger("above"),
                state,
                named(ReviewTask.CauseClass.class, row.getString("cause")),
                row.getString("cause_words"),
                row.getUUID("owner_id"),
                row.getString("owner"),
                due,
                due != null && due.isBefore(today) && !state.ended(),
                measures(row.getJsonArray("measures"), state.ended() ? LocalDate.MIN : today),
                named(ReviewTask.Verdict.class, row.getString("verdict")),
                row.getString("verdict_words"),
                row.getOffsetDateTime("opened_at").toInstant(),
                row.getString("opener"),
                instant(row.getOffsetDateTime("ended_at")));
    }

    private static List<Seen> seen(JsonArray days) {
        return days.stream()
                .map(JsonObject.class::cast)
                .map(it -> new Seen(
                        LocalDate.parse(it.getString("day")), Interval.of(it.getInteger("n"), it.getInteger("hits"))))
                .toList();
    }

    private static List<Measure> measures(@Nullable JsonArray measures, LocalDate today) {
        return measures == null
                ? List.of()
                : measures.stream()
                        .map(JsonObject.class::cast)
                        .map(it -> measure(it, today))
                        .toList();
    }

    private static Measure measure(JsonObject it, LocalDate today) {
        var due = LocalDate.parse(it.getString("due"));
        @Nullable String done = it.getString("doneOn");
        return new Measure(
                UUID.fromString(it.getString("id")),
                it.getString("words"),
                due,
                done == null ? null : LocalDate.parse(done),
                done == null && due.isBefore(today));
    }

    private static <E extends Enum<E>> @Nullable E named(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
