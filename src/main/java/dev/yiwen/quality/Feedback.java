package dev.yiwen.quality;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** What customers say of the bot's messages. */
@Singleton
public final class Feedback {
    private final Pool database;
    private final Conversations conversations;

    Feedback(Pool database, Conversations conversations) {
        this.database = database;
        this.conversations = conversations;
    }

    /**
     * How customers found the answers from an article.
     *
     * @param shown answers given from it
     */
    record OfArticle(String article, String title, long shown, long helpful, long notHelpful) {}

    /** The last word counts. Fails with {@code NOT_FOUND} unless the message is the bot's. */
    public Uni<Void> rate(ConversationId conversation, long seq, boolean helpful) {
        return botMessage(conversation, seq)
                .chain(() -> database.preparedQuery("""
                        insert into feedback (conversation_id, seq, helpful) values ($1, $2, $3)
                        on conflict (conversation_id, seq) do update set helpful = excluded.helpful, at = now()
                        """)
                        .execute(Tuple.of(conversation.value(), seq, helpful))
                        .replaceWithVoid());
    }

    /** Leaves no verdict on the message. */
    public Uni<Void> takeBack(ConversationId conversation, long seq) {
        return database.preparedQuery("delete from feedback where conversation_id = $1 and seq = $2")
                .execute(Tuple.of(conversation.value(), seq))
                .replaceWithVoid();
    }

    /** The articles that were shown, those that helped least first. Reads the messages of other features: a report. */
    Uni<List<OfArticle>> byArticle(Duration last) {
        return database.preparedQuery("""
                        select source ->> 'article' as article, max(source ->> 'title') as title, count(*) as shown,
                          count(*) filter (where f.helpful) as helpful,
                          count(*) filter (where not f.helpful) as not_helpful
                        from message m
                        cross join jsonb_array_elements(m.body -> 'sources') as source
                        left join feedback f on f.conversation_id = m.conversation_id and f.seq = m.seq
                        where m.author = 'bot' and m.body ->> 'kind' = 'answer'
                          and m.at >= now() - make_interval(secs => $1)
                        group by 1
                        order by not_helpful desc, shown desc, article
                        """)
                .execute(Tuple.of((double) last.toSeconds()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Feedback::ofArticle)
                        .toList());
    }

    private Uni<Void> botMessage(ConversationId conversation, long seq) {
        return conversations
                .messagesAfter(conversation, seq - 1, 1)
                .invoke(found -> {
                    var isBots = !found.isEmpty()
                            && found.getFirst().seq() == seq
                            && found.getFirst().author() instanceof Author.Bot;
                    if (!isBots) {
                        throw new Problem(Problem.Kind.NOT_FOUND, "Only messages of the assistant can be rated.");
                    }
                })
                .replaceWithVoid();
    }

    private static OfArticle ofArticle(Row row) {
        return new OfArticle(
                row.getString("article"),
                row.getString("title"),
                row.getLong("shown"),
                row.getLong("helpful"),
                row.getLong("not_helpful"));
    }
}
