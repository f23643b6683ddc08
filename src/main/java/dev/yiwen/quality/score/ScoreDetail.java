package dev.yiwen.quality.score;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.AuthorView;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Message;
import dev.yiwen.identity.StaffId;
import dev.yiwen.privacy.Masked;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One conversation with its scores, what they rest on, and what was said. */
@Singleton
final class ScoreDetail {
    // Somebody's own: and what concerns nobody alone.
    private static final String SCORES = """
            select s.*, st.name as agent from conversation_score s left join staff st on st.id = s.agent_id
            where s.conversation_id = $1 and ($2::text is null or s.who = $2)
            order by (s.who = 'all') desc, (s.who = 'bot') desc, st.name
            """;

    private static final String FINDINGS = """
            select f.*, a.id as appeal, a.word, a.at as objected_at, a.overturned, a.note
            from score_finding f left join score_appeal a
              on a.conversation_id = f.conversation_id and a.who = f.who and a.criterion = f.criterion
            where f.conversation_id = $1 and ($2::text is null or f.who = $2) order by f.outcome, f.points desc, f.criterion
            """;

    private final Pool database;
    private final JudgedTalks talks;

    ScoreDetail(Pool database, JudgedTalks talks) {
        this.database = database;
        this.talks = talks;
    }

    record Answer(ConversationId conversationId, List<Score> scores, List<Found> findings, List<Said> transcript) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Score(
            String who,
            @Nullable String agent,
            int version,
            @Nullable Integer compliance,
            @Nullable Integer experience,
            @Nullable Integer risk,
            @Nullable Double attitude,
            double judged,
            Instant scoredAt) {}

    /** @param counted whether it counts in the score; what is not reliable here does not */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Found(
            String who,
            String criterion,
            String outcome,
            int points,
            List<Long> seqs,
            boolean counted,
            @Nullable Objection appeal) {}

    /** @param overturned absent while nobody decided */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Objection(
            UUID id,
            String word,
            Instant at,
            @Nullable Boolean overturned,
            @Nullable String note) {}

    /** Without personal data. */
    record Said(long seq, AuthorView author, String text, Instant at) {}

    /** Fails with {@code NOT_FOUND} when it has no score, or none of {@code own}. */
    Uni<Answer> of(UUID conversation, @Nullable StaffId own) {
        var parameters = Tuple.of(conversation, own == null ? null : own.value().toString());
        var id = ConversationId.of(conversation);
        return Uni.combine()
                .all()
                .unis(
                        database.preparedQuery(SCORES).execute(parameters),
                        database.preparedQuery(FINDINGS).execute(parameters),
                        talks.of(id))
                .asTuple()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(all -> {
                    RowSet<Row> scores = all.getItem1();
                    if (scores.size() == 0) {
                        throw new Problem(Problem.Kind.NOT_FOUND, "There is no such score.");
                    }
                    return new Answer(
                            id,
                            scores.stream().map(ScoreDetail::score).toList(),
                            all.getItem2().stream().map(ScoreDetail::found).toList(),
                            all.getItem3()
                                    .map(it -> it.messages().stream()
                                            .map(ScoreDetail::said)
                                            .toList())
                                    .orElse(List.of()));
                });
    }

    private static Said said(Message message) {
        var text = message.body().text();
        return new Said(
                message.seq(),
                AuthorView.of(message.author()),
                message.author() instanceof Author.System ? text : Masked.text(text),
                message.at());
    }

    private static Score score(Row row) {
        return new Score(
                row.getString("who"),
                row.getString("agent"),
                row.getInteger("version"),
                row.getInteger("compliance"),
                row.getInteger("experience"),
                row.getInteger("risk"),
                row.getDouble("attitude"),
                row.getDouble("judged"),
                row.getOffsetDateTime("scored_at").toInstant());
    }

    private static Found found(Row row) {
        @Nullable UUID appeal = row.getUUID("appeal");
        return new Found(
                row.getString("who"),
                row.getString("criterion"),
                row.getString("outcome"),
                row.getInteger("points"),
                List.of(row.getArrayOfLongs("seqs")),
                row.getBoolean("counted"),
                appeal == null
                        ? null
                        : new Objection(
                                appeal,
                                row.getString("word"),
                                row.getOffsetDateTime("objected_at").toInstant(),
                                row.getBoolean("overturned"),
                                row.getString("note")));
    }
}
