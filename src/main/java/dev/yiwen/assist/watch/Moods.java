package dev.yiwen.assist.watch;

import dev.yiwen.conversation.ConversationId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;

/** How angry customers are with each of their messages. */
@Singleton
final class Moods {
    private final Pool database;

    Moods(Pool database) {
        this.database = database;
    }

    /**
     * @param voice how much of the anger rate and loudness added
     * @return anger of the message before, where it is known
     */
    Uni<Optional<Double>> note(ConversationId conversation, long seq, double anger, double voice) {
        return database.preparedQuery("""
                        with before as (
                          select anger from talk_mood where conversation_id = $1 and seq < $2 order by seq desc limit 1),
                        noted as (
                          insert into talk_mood (conversation_id, seq, anger, voice) values ($1, $2, $3::float8, $4::float8)
                          on conflict (conversation_id, seq) do update set anger = excluded.anger, voice = excluded.voice)
                        select before.anger::float8 as anger from before
                        """)
                .execute(Tuple.of(conversation.value(), seq, anger, voice))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getDouble("anger")));
    }
}
