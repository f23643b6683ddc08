package dev.yiwen.handoff.packet;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.handoff.packet.ContextPacket.Earlier;
import dev.yiwen.privacy.Masked;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What a customer came for before, in any channel. */
@Singleton
final class History {
    /** Nobody reads further back in a panel. */
    private static final int SHOWN = 200;

    private static final String BEFORE = """
            select c.id, c.channel, c.opened_at, c.closed_at, w.confirmed ->> 'problem' as problem, w.confirmed ->> 'done' as done,
              w.confirmed ->> 'category' as category,
              array(select jsonb_array_elements_text(w.confirmed -> 'promised')) as promised,
              (select h.disposition from handoff h where h.conversation_id = c.id and h.disposition is not null
               order by h.epoch desc limit 1) as disposition,
              array(select m.body ->> 'text' from message m where m.conversation_id = c.id and m.author = 'customer'
                    order by m.seq limit 5) as said
            from conversation c left join wrap_up w on w.conversation_id = c.id
            where c.customer_id = $1 and c.id <> $2 and c.last_seq > 0
            order by c.opened_at desc, c.id limit %d
            """.formatted(SHOWN);

    private final Pool database;

    History(Pool database) {
        this.database = database;
    }

    /** Newest first; conversations in which nothing was said are left out. */
    Uni<List<Earlier>> before(Conversation current) {
        return database.preparedQuery(BEFORE)
                .execute(Tuple.of(current.customer().value(), current.id().value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(History::earlier)
                        .toList());
    }

    private static Earlier earlier(Row row) {
        var closedAt = row.getOffsetDateTime("closed_at");
        return new Earlier(
                ConversationId.of(row.getUUID("id")),
                Channel.valueOf(row.getString("channel")),
                row.getOffsetDateTime("opened_at").toInstant(),
                closedAt == null ? null : closedAt.toInstant(),
                row.getString("disposition"),
                words(row),
                row.getString("category"),
                masked(row.getString("done")),
                Stream.of(row.getArrayOfStrings("promised")).map(Masked::text).toList());
    }

    /** As an agent confirmed it, else as the customer said it. */
    private static String words(Row row) {
        var confirmed = row.getString("problem");
        return Masked.text(Summary.firstLine(
                confirmed == null || confirmed.isBlank()
                        ? Stream.of(row.getArrayOfStrings("said"))
                        : Stream.of(confirmed)));
    }

    private static @Nullable String masked(@Nullable String done) {
        return done == null || done.isBlank() ? null : Masked.text(done);
    }
}
