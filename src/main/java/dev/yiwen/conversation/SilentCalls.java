package dev.yiwen.conversation;

import dev.yiwen.conversation.store.ConversationRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Calls on which nobody has spoken for a while, by the clock of the database. */
@Singleton
public final class SilentCalls {
    private static final int MOST = 500;

    private static final String SILENT = """
            select %s from conversation c
            join message m on m.conversation_id = c.id and m.seq = c.last_seq
            left join staff s on s.id = c.agent_id
            where c.channel = 'VOICE' and c.owner = 'agent'
              and m.at < now() - $1 * interval '1 millisecond' and m.at > now() - $2 * interval '1 millisecond'
            limit $3
            """.formatted(ConversationRows.CONVERSATION);

    private final Pool database;
    private final ConversationRows rows;

    SilentCalls(Pool database, ConversationRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /**
     * Those with an agent.
     *
     * @param least how long nobody has spoken
     * @param most a call on which nobody spoke for longer is none any more
     */
    public Uni<List<Conversation>> since(Duration least, Duration most) {
        return database.preparedQuery(SILENT)
                .execute(Tuple.of(least.toMillis(), most.toMillis(), MOST))
                .map(found -> {
                    var silent = new ArrayList<Conversation>(found.size());
                    found.forEach(row -> silent.add(rows.conversation(row)));
                    return List.copyOf(silent);
                });
    }
}
