package dev.yiwen.quality;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Owner;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
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

    Satisfaction(Pool database, Conversations conversations) {
        this.database = database;
        this.conversations = conversations;
    }

    /**
     * Of one agent; of the bot alone when there is none.
     *
     * @param low how many gave 1 or 2
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfAgent(@Nullable StaffId agent, @Nullable String name, long ratings, double average, long low) {}

    /**
     * Fails with {@code CONFLICT} while the conversation goes on and with {@code INVALID} unless the score is between 1 and 5.
     */
    public Uni<Void> rate(ConversationId conversation, int score, @Nullable String comment) {
        if (score < 1 || score > 5) {
            throw new Problem(Problem.Kind.INVALID, "A score is between 1 and 5.");
        }
        return conversations
                .load(conversation)
                .invoke(it -> {
                    if (!(it.owner() instanceof Owner.Nobody)) {
                        throw new Problem(Problem.Kind.CONFLICT, "The conversation is not over yet.");
                    }
                })
                .chain(() -> database.preparedQuery(RATE)
                        .execute(Tuple.of(conversation.value(), (short) score, clean(comment))))
                .replaceWithVoid();
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
