package dev.yiwen.quality;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** How customers found conversations when they were over, from 1 (very bad) to 5 (very good). */
@Singleton
public final class Satisfaction {
    private static final int LONGEST_COMMENT = 500;

    // Reads who had the conversation from another feature's rows: the rating is of that person.
    private static final String RATE = """
            insert into satisfaction (conversation_id, agent_id, score, comment)
            values ($1, (select agent_id from handoff
                         where conversation_id = $1 and agent_id is not null order by epoch desc limit 1), $2, $3)
            on conflict (conversation_id) do update set score = excluded.score, comment = excluded.comment, at = now()
            """;

    private final Pool database;
    private final Conversations conversations;
    private final Duration within;

    Satisfaction(Pool database, Conversations conversations, RatingConfig config) {
        this.database = database;
        this.conversations = conversations;
        this.within = config.within();
    }

    /**
     * Of one agent; of the bot alone when there is none.
     *
     * @param low how many gave 1 or 2
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfAgent(@Nullable StaffId agent, @Nullable String name, long ratings, double average, long low) {}

    /**
     * Fails with {@code CONFLICT} while the conversation goes on and when it was over long ago, and with {@code INVALID} unless the score is between 1 and 5.
     */
    public Uni<Void> rate(ConversationId conversation, int score, @Nullable String comment) {
        if (score < 1 || score > 5) {
            throw new Problem(Problem.Kind.INVALID, "A score is between 1 and 5.");
        }
        return conversations
                .load(conversation)
                .invoke(it -> {
                    if (!isRateable(it)) {
                        throw new Problem(
                                Problem.Kind.CONFLICT, "The conversation is not over yet, or was over long ago.");
                    }
                })
                .chain(() -> database.preparedQuery(RATE)
                        .execute(Tuple.of(conversation.value(), (short) score, clean(comment))))
                .replaceWithVoid();
    }

    public boolean isRateable(Conversation conversation) {
        var closed = conversation.closedAt();
        return closed != null && closed.isAfter(Instant.now().minus(within));
    }

    /** Of those that were rated. */
    public Uni<Map<ConversationId, Integer>> scores(List<ConversationId> conversations) {
        return database.preparedQuery(
                        "select conversation_id, score from satisfaction where conversation_id = any($1::uuid[])")
                .execute(Tuple.tuple()
                        .addArrayOfUUID(conversations.stream()
                                .map(ConversationId::value)
                                .toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(row -> ConversationId.of(row.getUUID("conversation_id")), row ->
                                (int) row.getShort("score"))));
    }

    /** Those with most ratings first. */
    Uni<List<OfAgent>> byAgent(Duration last) {
        return database.preparedQuery("""
                        select r.agent_id, s.name, count(*) as ratings, avg(r.score)::float8 as average,
                          count(*) filter (where r.score <= 2) as low
                        from satisfaction r left join staff s on s.id = r.agent_id
                        where r.at >= now() - make_interval(secs => $1)
                        group by r.agent_id, s.name order by ratings desc, s.name
                        """)
                .execute(Tuple.of((double) last.toSeconds()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Satisfaction::ofAgent)
                        .toList());
    }

    private static @Nullable String clean(@Nullable String comment) {
        var text = comment == null ? "" : comment.strip();
        if (text.isEmpty()) {
            return null;
        }
        var length = text.codePointCount(0, text.length());
        return length <= LONGEST_COMMENT ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_COMMENT));
    }

    private static OfAgent ofAgent(Row row) {
        var agent = row.getUUID("agent_id");
        return new OfAgent(
                agent == null ? null : StaffId.of(agent),
                row.getString("name"),
                row.getLong("ratings"),
                row.getDouble("average"),
                row.getLong("low"));
    }
}
