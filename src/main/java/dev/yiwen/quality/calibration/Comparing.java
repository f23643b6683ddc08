package dev.yiwen.quality.calibration;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.identity.StaffId;
import dev.yiwen.privacy.Masked;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Cases that two have judged: what each said beside what the machine said, and how they are resolved when they differ. */
@Singleton
final class Comparing {
    // The machine's is what it says now: criteria change, and what people saw stays.
    static final String BOTH = """
            select c.*, f.seqs, j.staff, j.names, j.verdicts, j.verdicts[1] <> j.verdicts[2] as apart,
              case when c.criterion = 'attitude' then (select round(s.attitude)::int from conversation_score s
                  where s.conversation_id = c.conversation_id and s.who = c.who)
                when f.outcome = 'KEPT' then 1 when f.outcome in ('BROKEN', 'OVERTURNED') then 2 when f.outcome is null then c.machine
              end as says
            from calibration_case c
              left join score_finding f on f.conversation_id = c.conversation_id and f.who = c.who and f.criterion = c.criterion
              cross join lateral (
                select array_agg(b.staff_id order by b.at, b.staff_id) as staff, array_agg(s.name order by b.at, b.staff_id) as names,
                  array_agg(b.verdict::int order by b.at, b.staff_id) as verdicts
                from calibration_judgement b join staff s on s.id = b.staff_id where b.case_id = c.id and b.sealed) j
            where c.week > current_date - %d and cardinality(j.staff) >= 2
            """;

    // What nobody agrees on comes first, then where people and machine differ.
    private static final String LIST = """
            select b.*, r.name as resolver, (select jsonb_agg(jsonb_build_object('seq', m.seq, 'author', m.author, 'text', m.body ->> 'text')
                order by m.seq) from message m where m.conversation_id = b.conversation_id and m.seq = any(b.seqs)) as quotes
            from (%s) b left join staff r on r.id = b.resolved_by
            where (b.apart and b.resolved is null) or coalesce(b.resolved, b.verdicts[1]) is distinct from b.says or b.resolved is not null
            order by not (b.apart and b.resolved is null), b.week desc, b.criterion, b.id limit 200
            """.formatted(BOTH.formatted(70));

    private static final String ONE = "select * from (%s) b where b.id = $1".formatted(BOTH.formatted(70));
    private static final String LOCK = "select from calibration_case where id = $1 for update";
    private static final String RESOLVE =
            "update calibration_case set resolved = $2, resolved_by = $3, resolved_at = now() where id = $1";
    private static final String SERVED = """
            select (exists (select from conversation_score o where o.conversation_id = $1 and o.agent_id = $2)
              or exists (select from handoff h where h.conversation_id = $1 and h.agent_id = $2)) as served
            """;

    private final Pool database;
    private final AuditLog log;

    Comparing(Pool database, AuditLog log) {
        this.database = database;
        this.log = log;
    }

    /**
     * @param judgements of two, in the order in which they came
     * @param machine null where it could not judge
     * @param resolved what it came to where the two differed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Compared(
            UUID id,
            UUID conversationId,
            String criterion,
            List<Judgement> judgements,
            @Nullable Integer machine,
            List<Quote> quotes,
            @Nullable Integer resolved,
            @Nullable String resolvedBy) {}

    record Judgement(StaffId staffId, String name, int verdict) {}

    /** Of what the machine's verdict rests on. */
    record Quote(long seq, String author, String text) {}

    /** Those on which people differ first, then those where the machine sees it otherwise, then what was resolved. */
    Uni<List<Compared>> all() {
        return database.query(LIST)
                .execute()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> rows.stream().map(Comparing::compared).toList());
    }

    /**
     * By a third as they think, by one of the two by giving in: as the other said. Fails with {@code CONFLICT} when the two do not
     * differ, with {@code OWN_WORK}.
     */
    Uni<Void> resolve(UUID id, int verdict, StaffId by) {
        return database.withTransaction(open -> open.preparedQuery(LOCK)
                .execute(Tuple.of(id))
                .chain(() -> open.preparedQuery(ONE).execute(Tuple.of(id)))
                .map(rows -> {
                    if (!rows.iterator().hasNext()) {
                        throw new Problem(Problem.Kind.NOT_FOUND, "There is no such case.");
                    }
                    var row = rows.iterator().next();
                    check(row, verdict, by);
                    return row;
                })
                .call(row -> open.preparedQuery(SERVED)
                        .execute(Tuple.of(row.getUUID("conversation_id"), by.value()))
                        .invoke(it -> {
                            if (it.iterator().next().getBoolean("served")) {
                                throw new Problem(
                                        Problem.Kind.OWN_WORK, "Others judge conversations in which you served.");
                            }
                        }))
                .call(() -> open.preparedQuery(RESOLVE).execute(Tuple.of(id, verdict, by.value())))
                .chain(row -> log.append(
                        open,
                        new AuditEvent(
                                AuditKind.CALIBRATION_RESOLVED,
                                by.value(),
                                "conversation:" + row.getUUID("conversation_id"),
                                Map.of("criterion", row.getString("criterion"))))));
    }

    private static void check(Row row, int verdict, StaffId by) {
        if (verdict < 1 || verdict > Grades.most(row.getString("criterion"))) {
            throw new Problem(Problem.Kind.INVALID, "\"verdict\" is none that can be given here.");
        }
        if (!row.getBoolean("apart") || row.getInteger("resolved") != null) {
            throw new Problem(Problem.Kind.CONFLICT, "There is nothing to resolve.");
        }
        var judgements = judgements(row);
        boolean own = judgements.stream().anyMatch(it -> it.staffId().equals(by));
        boolean others = judgements.stream().anyMatch(it -> !it.staffId().equals(by) && it.verdict() == verdict);
        if (own && !others) {
            throw new Problem(Problem.Kind.OWN_WORK, "You can give in; as you said, somebody else decides.");
        }
    }

    private static List<Judgement> judgements(Row row) {
        var staff = row.getArrayOfUUIDs("staff");
        var names = row.getArrayOfStrings("names");
        var verdicts = row.getArrayOfIntegers("verdicts");
        return IntStream.range(0, staff.length)
                .mapToObj(i -> new Judgement(StaffId.of(staff[i]), names[i], verdicts[i]))
                .toList();
    }

    private static Compared compared(Row row) {
        return new Compared(
                row.getUUID("id"),
                row.getUUID("conversation_id"),
                row.getString("criterion"),
                judgements(row),
                row.getInteger("says"),
                quotes(row.getJsonArray("quotes")),
                row.getInteger("resolved"),
                row.getString("resolver"));
    }

    private static List<Quote> quotes(@Nullable JsonArray quotes) {
        return quotes == null
                ? List.of()
                : quotes.stream()
                        .map(JsonObject.class::cast)
                        .map(it -> new Quote(
                                it.getLong("seq"), it.getString("author"), Masked.text(it.getString("text", ""))))
                        .toList();
    }
}
