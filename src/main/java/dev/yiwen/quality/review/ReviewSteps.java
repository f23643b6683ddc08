package dev.yiwen.quality.review;

import dev.yiwen.identity.StaffId;
import dev.yiwen.quality.review.ReviewTask.CauseClass;
import dev.yiwen.quality.review.ReviewTask.Verdict;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What is done with a task, one at a time, and written in its history. All fail with {@code NOT_FOUND} and {@code CONFLICT}. */
@Singleton
class ReviewSteps {
    private static final String LOCKED = "select from review_task where id = $1 for update";

    private static final String ANALYSED = """
            update review_task set cause = $2, cause_words = $3, due = $5, share = $6, topic = $7, region = $8, seen = coalesce($9, seen),
              owner_id = (select id from staff where id = $4 and active)
            where id = $1 and exists (select from staff where id = $4 and active)
            """;

    private static final String MOVED = """
            update review_task t set state = $2, ended_at = case when $3 then now() end where id = $1 and ($3 or t.source <> 'RULE' or t.ended_at is null
              or not exists (select from review_task o where o.source = 'RULE' and o.id <> t.id and o.ended_at is null
                and o.share = t.share and o.topic = t.topic and o.region = t.region))
            """;

    private final Pool database;
    private final ReviewList list;
    private final ShareDays days;
    private final ReviewEffects effects;

    ReviewSteps(Pool database, ReviewList list, ShareDays days, ReviewEffects effects) {
        this.database = database;
        this.list = list;
        this.days = days;
        this.effects = effects;
    }

    /**
     * Why it was so, and who sees to it.
     *
     * @param stream by which the effect is told; null: by none. That of a rule stays
     */
    record Analysis(
            CauseClass cause,
            String words,
            UUID owner,
            @Nullable LocalDate due,
            @Nullable ShareStream stream) {}

    Uni<ReviewTask> analyse(UUID id, Analysis analysis, StaffId by) {
        return change(id, (open, task) -> {
            goesOn(task);
            boolean own = task.source() != ReviewOpening.Source.RULE;
            @Nullable ShareStream stream = own ? analysis.stream() : task.stream();
            return seen(task, stream)
                    .chain(seen -> open.preparedQuery(ANALYSED)
                            .execute(Tuple.tuple()
                                    .addUUID(id)
                                    .addString(analysis.cause().name())
                                    .addString(analysis.words())
                                    .addUUID(analysis.owner())
                                    .addLocalDate(analysis.due())
                                    .addString(
                                            stream == null
                                                    ? null
                                                    : stream.share().name())
                                    .addString(stream == null ? task.topic() : stream.topic())
                                    .addString(stream == null ? task.region() : stream.region())
                                    .addJsonArray(seen == null ? null : ReviewTasks.json(seen))))
                    .invoke(done -> {
                        if (done.rowCount() == 0) {
                            throw new Problem(Problem.Kind.INVALID, "The owner is not an active member of staff.");
                        }
                    })
                    .chain(() -> ReviewHistory.write(
                            open, id, by, ReviewEvent.ANALYSED, null, analysis.cause() + ": " + analysis.words()));
        });
    }

    /** Anew where another share is to show it; null: as it was. */
    private Uni<@Nullable List<ShareDay>> seen(ReviewTask task, @Nullable ShareStream stream) {
        if (stream == null || stream.equals(task.stream())) {
            return Uni.createFrom().nullItem();
        }
        return days.of(stream, task.seenFrom(), task.seenTo()).map(it -> it);
    }

    Uni<ReviewTask> add(UUID id, String words, LocalDate due, StaffId by) {
        return change(id, (open, task) -> {
            goesOn(task);
            if (task.measures().size() >= 20) {
                throw new Problem(Problem.Kind.CONFLICT, "A task has at most 20 measures.");
            }
            return open.preparedQuery("insert into review_measure (id, task_id, words, due) values ($1, $2, $3, $4)")
                    .execute(Tuple.of(Ids.next(), id, words, due))
                    .chain(() -> ReviewHistory.write(open, id, by, ReviewEvent.MEASURE_ADDED, null, words));
        });
    }

    /** @param on null of what is ready: today, or the day that was said before */
    record Ready(boolean done, @Nullable LocalDate on) {
        static final Ready NOT_YET = new Ready(false, null);

        static Ready on(@Nullable LocalDate day) {
            return new Ready(true, day);
        }

        @Nullable LocalDate day(@Nullable LocalDate before) {
            return !done ? null : on != null ? on : before != null ? before : HomeZone.today();
        }
    }

    Uni<ReviewTask> set(UUID id, UUID measure, String words, LocalDate due, Ready ready, StaffId by) {
        return change(id, (open, task) -> {
            goesOn(task);
            var before = measure(task, measure);
            var done = ready.day(before.doneOn());
            if (done != null && done.isAfter(HomeZone.today())) {
                throw new Problem(Problem.Kind.INVALID, "Nothing is done in days to come.");
            }
            var kind = done != null && before.doneOn() == null ? ReviewEvent.MEASURE_DONE : ReviewEvent.MEASURE_CHANGED;
            return open.preparedQuery("update review_measure set words = $2, due = $3, done_on = $4 where id = $1")
                    .execute(Tuple.of(measure, words, due, done))
                    .chain(() -> ReviewHistory.write(open, id, by, kind, null, words));
        });
    }

    Uni<ReviewTask> remove(UUID id, UUID measure, StaffId by) {
        return change(id, (open, task) -> {
            goesOn(task);
            var before = measure(task, measure);
            return open.preparedQuery("delete from review_measure where id = $1")
                    .execute(Tuple.of(measure))
                    .chain(() -> ReviewHistory.write(open, id, by, ReviewEvent.MEASURE_REMOVED, null, before.words()));
        });
    }

    /** With the effect as it is now, which is kept. */
    Uni<ReviewTask> judge(UUID id, Verdict verdict, String words, StaffId by) {
        return change(id, (open, task) -> {
            if (task.state() != ReviewState.CHECKING) {
                throw new Problem(Problem.Kind.CONFLICT, "Whether it helped is said once its measures are done.");
            }
            return effects.now(task)
                    .chain(effect -> open.preparedQuery(
                                    "update review_task set verdict = $2, verdict_words = $3, effect = $4 where id = $1")
                            .execute(Tuple.of(
                                    id,
                                    verdict.name(),
                                    words,
                                    effect.map(KeptEffect::json).orElse(null))))
                    .chain(() -> ReviewHistory.write(open, id, by, ReviewEvent.JUDGED, null, verdict + ": " + words));
        });
    }

    /** @param words why; needed where it is cancelled */
    Uni<ReviewTask> move(UUID id, ReviewState next, String words, StaffId by) {
        return change(id, (open, task) -> {
            ready(task, next, words);
            return open.preparedQuery(MOVED)
                    .execute(Tuple.of(id, next.name(), next.ended()))
                    .invoke(done -> {
                        if (done.rowCount() == 0) {
                            throw new Problem(
                                    Problem.Kind.CONFLICT, "There is another open task of the same share meanwhile.");
                        }
                    })
                    .chain(() -> ReviewHistory.write(open, id, by, ReviewEvent.MOVED, next, words));
        });
    }

    /** As it was kept of what has ended; otherwise as it is now. */
    Uni<Optional<Effect>> effect(ReviewTask task) {
        return task.state() == ReviewState.CLOSED ? list.kept(task.id()) : effects.now(task);
    }

    private static void ready(ReviewTask task, ReviewState next, String words) {
        if (!task.state().leadsTo(next)) {
            throw new Problem(Problem.Kind.CONFLICT, "From where it is the task does not go there.");
        }
        boolean back = next.ordinal() < task.state().ordinal();
        @Nullable String missing = switch (next) {
            case OPEN -> null;
            case ANALYSED -> task.cause() == null ? "The cause and an owner are missing." : null;
            case ACTING -> task.measures().isEmpty() ? "There is no measure yet." : null;
            case CHECKING -> back || task.measuresDone() ? null : "Not all measures are done.";
            case CLOSED ->
                task.verdict() == null
                        ? "Nobody said whether it helped."
                        : task.measuresDone() ? null : "Not all measures are done.";
            case CANCELLED -> words.isBlank() ? "The reason is missing." : null;
        };
        if (missing != null) {
            throw new Problem(next == ReviewState.CANCELLED ? Problem.Kind.INVALID : Problem.Kind.CONFLICT, missing);
        }
    }

    private static void goesOn(ReviewTask task) {
        if (task.state().ended()) {
            throw new Problem(Problem.Kind.CONFLICT, "The task has ended; take it up again first.");
        }
    }

    private static ReviewTask.Measure measure(ReviewTask task, UUID measure) {
        return task.measures().stream()
                .filter(it -> it.id().equals(measure))
                .findFirst()
                .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "There is no such measure."));
    }

    /** One after the other. */
    private Uni<ReviewTask> change(UUID id, BiFunction<SqlClient, ReviewTask, Uni<Void>> change) {
        return database.withTransaction(open -> open.preparedQuery(LOCKED)
                        .execute(Tuple.of(id))
                        .chain(() -> list.one(open, id))
                        .chain(task -> change.apply(open, task)))
                .chain(() -> list.one(id));
    }
}
