package dev.yiwen.handoff.packet;

import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.handoff.packet.ContextPacket.Earlier;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What a customer came for before. */
@Singleton
final class History {
    private static final int SHOWN = 5;
    private static final int MESSAGES_READ = 10;

    private final Conversations conversations;
    private final Pool database;

    History(Conversations conversations, Pool database) {
        this.conversations = conversations;
        this.database = database;
    }

    /** Newest first; conversations in which nothing was said are left out. */
    Uni<List<Earlier>> before(Conversation current) {
        return conversations
                .ofCustomer(current.customer(), SHOWN + 1)
                .chain(all -> Multi.createFrom()
                        .iterable(all)
                        .filter(it -> !it.id().equals(current.id()) && it.lastSeq() > 0)
                        .select()
                        .first(SHOWN)
                        .onItem()
                        .transformToUniAndConcatenate(this::earlier)
                        .collect()
                        .asList());
    }

    private Uni<Earlier> earlier(Conversation it) {
        return Uni.combine()
                .all()
                .unis(conversations.messagesAfter(it.id(), 0, MESSAGES_READ), disposition(it))
                .asTuple()
                .map(found -> new Earlier(
                        it.id(),
                        it.channel(),
                        it.openedAt(),
                        it.closedAt(),
                        found.getItem2().orElse(null),
                        Summary.firstLine(found.getItem1())));
    }

    private Uni<Optional<String>> disposition(Conversation it) {
        return database.preparedQuery("""
                        select disposition from handoff
                        where conversation_id = $1 and disposition is not null order by epoch desc limit 1
                        """)
                .execute(Tuple.of(it.id().value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> row.getString("disposition")));
    }
}
