package dev.yiwen.quality.score;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the scores of a conversation, all of them of one look. */
@Singleton
final class ScoreStore {
    private static final String OVERTURNED =
            "select who, criterion from score_appeal where conversation_id = $1 and overturned";
    private static final String FORGET_SCORES = "delete from conversation_score where conversation_id = $1";
    private static final String FORGET_FINDINGS = "delete from score_finding where conversation_id = $1";

    private static final String SCORE = """
            insert into conversation_score (conversation_id, who, agent_id, version, compliance, experience, risk, attitude, judged,
              closed_at, last_seq, scored_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            """;
    private static final String FINDING = """
            insert into score_finding (conversation_id, who, criterion, outcome, points, seqs, counted)
            values ($1, $2, $3, $4, $5, $6, $7)
            """;

    // Who comes again tells something of how it ended before.
    private static final String CAME_AGAIN = """
            update conversation_score s set stale = true
            from conversation n join conversation e on e.customer_id = n.customer_id and e.id <> n.id
            where n.id = $1 and e.closed_at <= n.opened_at and e.closed_at > n.opened_at - interval '7 days'
              and s.conversation_id = e.id and s.who = 'all' and s.scored_at < n.opened_at
            """;

    private final Pool database;

    ScoreStore(Pool database) {
        this.database = database;
    }

    /** What a person decided stays. */
    Uni<Void> store(JudgedTalks.Read read, int version, List<CriterionFinding> found) {
        var id = Tuple.of(read.id().value());
        return database.withTransaction(open -> open.preparedQuery(OVERTURNED)
                .execute(id)
                .map(rows -> {
                    Set<String> overturned = new HashSet<>();
                    rows.forEach(row -> overturned.add(row.getString("who") + " " + row.getString("criterion")));
                    return found.stream()
                            .map(it -> it.outcome() == CriterionFinding.Outcome.BROKEN
                                            && overturned.contains(it.who() + " "
                                                    + it.criterion().key())
                                    ? it.with(CriterionFinding.Outcome.OVERTURNED)
                                    : it)
                            .toList();
                })
                .call(() -> open.preparedQuery(FORGET_SCORES).execute(id))
                .call(() -> open.preparedQuery(FORGET_FINDINGS).execute(id))
                .chain(findings -> UnreliableCriteria.keys(open)
                        .chain(unreliable -> insert(open, read, version, findings, unreliable)))
                .chain(() -> open.preparedQuery(CAME_AGAIN).execute(id))
                .replaceWithVoid());
    }

    private static Uni<Void> insert(
            SqlConnection open,
            JudgedTalks.Read read,
            int version,
            List<CriterionFinding> findings,
            Set<String> unreliable) {
        var scores = TalkScore.of(findings, unreliable).stream()
                .map(it -> Tuple.tuple()
                        .addUUID(read.id().value())
                        .addString(it.who())
                        .addUUID(agent(it.who()))
                        .addInteger(version)
                        .addInteger(it.compliance())
                        .addInteger(it.experience())
                        .addInteger(it.risk())
                        .addFloat(it.attitude() == null ? null : it.attitude().floatValue())
                        .addFloat((float) it.judged())
                        .addOffsetDateTime(read.closedAt())
                        .addLong(read.lastSeq())
                        .addOffsetDateTime(read.at()))
                .toList();
        var rows = findings.stream()
                .map(it -> Tuple.tuple()
                        .addUUID(read.id().value())
                        .addString(it.who())
                        .addString(it.criterion().key())
                        .addString(it.outcome().name())
                        .addInteger(it.criterion().points())
                        .addArrayOfLong(it.seqs().toArray(Long[]::new))
                        .addBoolean(!unreliable.contains(it.criterion().key())))
                .toList();
        return open.preparedQuery(SCORE)
                .executeBatch(scores)
                .chain(() -> rows.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : open.preparedQuery(FINDING).executeBatch(rows).replaceWithVoid());
    }

    private static @Nullable UUID agent(String who) {
        return who.equals(JudgedTalk.WHOLE) || who.equals(JudgedTalk.BOT) || who.equals(JudgedTalk.UNNAMED)
                ? null
                : UUID.fromString(who);
    }
}
