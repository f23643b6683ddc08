package dev.yiwen.conversation.delivery;

import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.store.ConversationRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads in one statement what is new in many conversations. */
@Singleton
public final class News {
    /** Rows a conversation and read; who is further behind reads again. */
    static final int LIMIT = 200;

    private static final String READ = """
            select %s, %s
            from unnest($1::uuid[], $2::bigint[]) as watched (id, after)
            join conversation c on c.id = watched.id
            left join staff s on s.id = c.agent_id
            left join lateral (
              select * from message where conversation_id = watched.id and seq > watched.after order by seq limit %d
            ) m on true
            left join staff a on a.id = m.staff_id
            order by c.id, m.seq
            """.formatted(ConversationRows.CONVERSATION, ConversationRows.MESSAGE, LIMIT);

    /** A conversation as it is now, and its messages after the number that was asked for, oldest first. */
    public record Item(Conversation conversation, List<Message> messages) {
        public boolean mayHaveMore() {
            return messages.size() >= LIMIT;
        }
    }

    private final Pool database;
    private final ConversationRows rows;

    News(Pool database, ConversationRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** @param after for each conversation the number of the last message that is known */
    public Uni<List<Item>> read(Map<ConversationId, Long> after) {
        var ids = after.keySet().stream().map(ConversationId::value).toArray(UUID[]::new);
        var seqs = after.values().toArray(Long[]::new);
        return database.preparedQuery(READ).execute(Tuple.of(ids, seqs)).map(this::items);
    }

    private List<Item> items(RowSet<Row> found) {
        var items = new LinkedHashMap<UUID, Item>();
        for (var row : found) {
            var item =
                    items.computeIfAbsent(row.getUUID("id"), id -> new Item(rows.conversation(row), new ArrayList<>()));
            if (row.getLong("seq") != null) {
                item.messages().add(rows.message(row));
            }
        }
        return List.copyOf(items.values());
    }
}
