package dev.yiwen.quality.calibration;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two people judge a case, each without knowing what the other or the machine thinks: neither is told before both have handed in.
 * Nobody judges a conversation in which they served, nor one whose score they have looked at.
 */
@Singleton
final class Judging {
    private static final int TWO = 2;

    // Whoever of them it is; the second reads another feature's rows.
    private static final String SERVED = """
            (exists (select from conversation_score o where o.conversation_id = c.conversation_id and o.agent_id = $1)
              or exists (select from handoff h where h.conversation_id = c.conversation_id and h.agent_id = $1))
            """;
    private static final String SEEN = """
            exists (select from audit_event a
              where a.subject = 'conversation:' || c.conversation_id and a.kind = 'score.read' and a.actor = $1)
            """;

    // Of one criterion after the other: whoever asks themselves one thing at a time is quicker, and more even.
    private static final String QUEUE = """
            select c.id, c.criterion, m.verdict
            from calibration_case c left join calibration_judgement m on m.case_id = c.id and m.staff_id = $1
            where c.week > current_date - 70 and c.resolved is null and m.sealed is not true
              and (select count(*) from calibration_judgement j where j.case_id = c.id and j.staff_id <> $1) < 2
              and not %s and not %s
            order by c.week, c.criterion, md5(c.id::text) limit 300
            """.formatted(SERVED, SEEN);

    private static final String CASE = """
            select c.conversation_id, c.criterion, c.who, c.resolved, %s as served, %s as seen, m.sealed,
              (select count(*) from calibration_judgement j where j.case_id = c.id and j.staff_id <> $1) as others
            from calibration_case c left join calibration_judgement m on m.case_id = c.id and m.staff_id = $1
            where c.id = $2
            """.formatted(SERVED, SEEN);

    private static final String LOCK = "select from calibration_case where id = $1 for update";

    private static final String JUDGE = """
            insert into calibration_judgement (case_id, conversation_id, staff_id, verdict) values ($1, $2, $3, $4)
            on conflict (case_id, staff_id) do update set verdict = excluded.verdict, at = now()
            """;

    private static final String UNDO =
            "delete from calibration_judgement where case_id = $1 and staff_id = $2 and not sealed";

    private static final String HAND_IN =
            "update calibration_judgement set sealed = true where staff_id = $1 and not sealed";

    private final Pool database;
    private final AuditLog log;

    Judging(Pool database, AuditLog log) {
        this.database = database;
        this.log = log;
    }

    /**
     * Nothing in it tells why it was drawn, or of anybody else.
     *
     * @param verdict one's own, not handed in
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Waiting(UUID id, String criterion, @Nullable Integer verdict) {}

    /** What is to be judged of whom. */
    record Open(UUID conversation, String criterion, String who) {}

    Uni<List<Waiting>> waiting(StaffId judge) {
        return database.preparedQuery(QUEUE)
                .execute(Tuple.of(judge.value()))
                .map(rows -> rows.stream()
                        .map(row ->
                                new Waiting(row.getUUID("id"), row.getString("criterion"), row.getInteger("verdict")))
                        .toList());
    }

    /** Fails with {@code NOT_FOUND}, with {@code OWN_WORK}, or with {@code CONFLICT} when it is not theirs to judge. */
    Uni<Open> open(UUID id, StaffId judge) {
        return database.preparedQuery(CASE)
                .execute(Tuple.of(judge.value(), id))
                .map(rows -> open(rows.iterator().hasNext() ? rows.iterator().next() : null));
    }

    Uni<Void> judge(UUID id, int verdict, StaffId judge) {
        return database.withTransaction(open -> open.preparedQuery(LOCK)
                .execute(Tuple.of(id))
                .chain(() -> open.preparedQuery(CASE).execute(Tuple.of(judge.value(), id)))
                .map(rows -> open(rows.iterator().hasNext() ? rows.iterator().next() : null))
                .invoke(it -> {
                    if (verdict < 1 || verdict > Grades.most(it.criterion())) {
                        throw new Problem(Problem.Kind.INVALID, "\"verdict\" is none that can be given here.");
                    }
                })
                .call(it -> open.preparedQuery(JUDGE).execute(Tuple.of(id, it.conversation(), judge.value(), verdict)))
                .chain(it -> log.append(
                        open,
                        new AuditEvent(
                                AuditKind.CALIBRATION_JUDGED,
                                judge.value(),
                                "conversation:" + it.conversation(),
                                Map.of("criterion", it.criterion())))));
    }

    /** Fails with {@code CONFLICT} when there is none that was not handed in. */
    Uni<Void> undo(UUID id, StaffId judge) {
        return database.preparedQuery(UNDO).execute(Tuple.of(id, judge.value())).map(gone -> {
            if (gone.rowCount() == 0) {
                throw new Problem(Problem.Kind.CONFLICT, "There is nothing to take back.");
            }
            return null;
        });
    }

    /** All of theirs; says how many. */
    Uni<Integer> handIn(StaffId judge) {
        return database.withTransaction(open -> open.preparedQuery(HAND_IN)
                .execute(Tuple.of(judge.value()))
                .map(it -> it.rowCount())
                .call(n -> n == 0 ? Uni.createFrom().voidItem() : handedIn(open, judge, n)));
    }

    private Uni<Void> handedIn(SqlConnection open, StaffId judge, int n) {
        return log.append(
                open,
                new AuditEvent(
                        AuditKind.CALIBRATION_HANDED_IN,
                        judge.value(),
                        "calibration",
                        Map.of("judgements", String.valueOf(n))));
    }

    private static Open open(@Nullable Row row) {
        if (row == null) {
            throw new Problem(Problem.Kind.NOT_FOUND, "There is no such case.");
        }
        if (row.getBoolean("served")) {
            throw new Problem(Problem.Kind.OWN_WORK, "Others judge conversations in which you served.");
        }
        if (Boolean.TRUE.equals(row.getBoolean("sealed"))
                || row.getInteger("resolved") != null
                || row.getLong("others") >= TWO) {
            throw new Problem(Problem.Kind.CONFLICT, "It has been judged already.");
        }
        if (row.getBoolean("seen")) {
            throw new Problem(Problem.Kind.CONFLICT, "You have looked at its score.");
        }
        return new Open(row.getUUID("conversation_id"), row.getString("criterion"), row.getString("who"));
    }
}
