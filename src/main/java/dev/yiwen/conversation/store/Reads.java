package dev.yiwen.conversation.store;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Delivery;
import dev.yiwen.conversation.Ephemeral;
import dev.yiwen.conversation.Participant;
import dev.yiwen.conversation.ReadMarks;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** How far each side has read. */
@Singleton
public class Reads {
    private final Pool database;
    private final Delivery delivery;

    Reads(Pool database, Delivery delivery) {
        this.database = database;
        this.delivery = delivery;
    }

    /** Shown to all who watch the conversation; a mark never goes back, nor beyond the last message. */
    public Uni<Void> mark(ConversationId id, Participant reader, long seq) {
        return database.preparedQuery("""
                        insert into conversation_read as r (conversation_id, side, seq)
                        select id, $2, least($3, last_seq) from conversation where id = $1
                        on conflict (conversation_id, side) do update set seq = excluded.seq, at = now()
                        where r.seq < excluded.seq
                        returning seq
                        """)
                .execute(Tuple.of(id.value(), reader.name(), seq))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().voidItem()
                        : delivery.ephemeral(
                                id,
                                new Ephemeral.Read(
                                        reader, rows.iterator().next().getLong("seq"))));
    }

    public Uni<ReadMarks> of(ConversationId id) {
        return database.preparedQuery("""
                        select coalesce(max(seq) filter (where side = 'customer'), 0) as customer,
                          coalesce(max(seq) filter (where side = 'agent'), 0) as agent
                        from conversation_read where conversation_id = $1
                        """)
                .execute(Tuple.of(id.value()))
                .map(rows -> rows.iterator().next())
                .map(row -> new ReadMarks(row.getLong("customer"), row.getLong("agent")));
    }
}
