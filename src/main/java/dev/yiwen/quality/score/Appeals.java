package dev.yiwen.quality.score;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.Staff;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Agents object to what a criterion found of them; somebody else decides. */
@Singleton
final class Appeals {
    private static final String OBJECT = """
            insert into score_appeal (id, conversation_id, who, criterion, agent_id, word)
            select $1, f.conversation_id, f.who, f.criterion, $4::uuid, $5 from score_finding f
            where f.conversation_id = $2 and f.criterion = $3 and f.who = ($4::uuid)::text and f.outcome = 'BROKEN' and f.counted
            on conflict do nothing
            """;

    private static final String OPEN = """
            select conversation_id, criterion, who, agent_id, decided_at,
              (select version from conversation_score s where s.conversation_id = a.conversation_id and s.who = 'all') as version
            from score_appeal a where id = $1 for update of a
            """;

    private static final String DECIDE = """
            update score_appeal set decided_by = $2, decided_at = now(), overturned = $3, note = $4 where id = $1
            """;

    private static final String LIST = """
            select a.id, a.conversation_id, a.who, a.criterion, st.name as agent, a.agent_id, a.word, a.at, d.name as decided_by,
              a.decided_at, a.overturned, a.note
            from score_appeal a join staff st on st.id = a.agent_id left join staff d on d.id = a.decided_by
            where ($1::uuid is null or a.agent_id = $1) and (not $2 or a.decided_at is null)
            order by a.decided_at is not null, a.at desc limit 200
            """;

    private static final String RATES = """
            select a.criterion, count(*) as appealed, count(a.decided_at) as decided, count(*) filter (where a.overturned) as overturned
            from score_appeal a where a.at > now() - interval '90 days' group by a.criterion order by a.criterion
            """;

    private final Pool database;
    private final AuditLog log;
    private final Criteria criteria;
    private final Scorer scorer;

    Appeals(Pool database, AuditLog log, Criteria criteria, Scorer scorer) {
        this.database = database;
        this.log = log;
        this.criteria = criteria;
        this.scorer = scorer;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Appeal(
            UUID id,
            ConversationId conversationId,
            String criterion,
            StaffId agentId,
            String agent,
            String word,
            Instant at,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable Boolean overturned,
            @Nullable String note) {}

    /** Of the last ninety days. */
    record Rate(String criterion, long appealed, long decided, long overturned) {}

    /** Fails with {@code CONFLICT} when nothing of it was taken off this agent's score, or they objected already. */
    Uni<Void> object(UUID conversation, String criterion, String word, StaffId agent) {
        return database.withTransaction(open -> open.preparedQuery(OBJECT)
                .execute(Tuple.of(Ids.next(), conversation, criterion, agent.value(), word))
                .invoke(added -> {
                    if (added.rowCount() == 0) {
                        throw new Problem(Problem.Kind.CONFLICT, "There is nothing to object to, or you did already.");
                    }
                })
                .chain(() -> log.append(
                        open,
                        new AuditEvent(
                                AuditKind.SCORE_APPEALED,
                                agent.value(),
                                "conversation:" + conversation,
                                Map.of("criterion", criterion)))));
    }

    /** Fails with {@code OWN_WORK} when it is about whoever decides. */
    Uni<Void> decide(UUID id, boolean overturned, String note, Staff by) {
        return database.withTransaction(open -> open.preparedQuery(OPEN)
                        .execute(Tuple.of(id))
                        .map(rows -> decidable(
                                rows.iterator().hasNext() ? rows.iterator().next() : null, by))
                        .call(() -> open.preparedQuery(DECIDE)
                                .execute(Tuple.of(id, by.id().value(), overturned, note)))
                        .call(appeal -> log.append(
                                open,
                                new AuditEvent(
                                        AuditKind.SCORE_APPEAL_DECIDED,
                                        by.id().value(),
                                        "conversation:" + appeal.getUUID("conversation_id"),
                                        Map.of(
                                                "criterion",
                                                appeal.getString("criterion"),
                                                "overturned",
                                                String.valueOf(overturned))))))
                .chain(appeal -> overturned ? renew(appeal) : Uni.createFrom().voidItem());
    }

    /** By the criteria it was scored by. */
    private Uni<Void> renew(Row appeal) {
        @Nullable Integer version = appeal.getInteger("version");
        return version == null
                ? Uni.createFrom().voidItem()
                : criteria.of(version)
                        .chain(it -> scorer.score(ConversationId.of(appeal.getUUID("conversation_id")), it));
    }

    private static Row decidable(@Nullable Row appeal, Staff by) {
        if (appeal == null) {
            throw new Problem(Problem.Kind.NOT_FOUND, "There is no such appeal.");
        }
        if (appeal.getUUID("agent_id").equals(by.id().value())) {
            throw new Problem(Problem.Kind.OWN_WORK, "Somebody else decides about your own score.");
        }
        if (appeal.getOffsetDateTime("decided_at") != null) {
            throw new Problem(Problem.Kind.CONFLICT, "It has been decided already.");
        }
        return appeal;
    }

    /** Those that are open first. */
    Uni<List<Appeal>> all(@Nullable StaffId own, boolean openOnly) {
        return database.preparedQuery(LIST)
                .execute(Tuple.of(own == null ? null : own.value(), openOnly))
                .map(rows -> rows.stream().map(Appeals::appeal).toList());
    }

    Uni<List<Rate>> rates() {
        return database.query(RATES)
                .execute()
                .map(rows -> rows.stream()
                        .map(it -> new Rate(
                                it.getString("criterion"),
                                it.getLong("appealed"),
                                it.getLong("decided"),
                                it.getLong("overturned")))
                        .toList());
    }

    private static Appeal appeal(Row row) {
        var decidedAt = row.getOffsetDateTime("decided_at");
        return new Appeal(
                row.getUUID("id"),
                ConversationId.of(row.getUUID("conversation_id")),
                row.getString("criterion"),
                StaffId.of(row.getUUID("agent_id")),
                row.getString("agent"),
                row.getString("word"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("decided_by"),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getBoolean("overturned"),
                row.getString("note"));
    }
}
