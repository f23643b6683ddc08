package dev.yiwen.handoff.caller;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.handoff.caller.CallerScreen.Contact;
import dev.yiwen.handoff.packet.FirstWords;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;

/** When a customer was last here, in every channel, and how it ended. */
@Singleton
final class Contacts {
    /** The newest, and the newest of each channel. */
    private static final String LAST = """
            select c.id, c.channel, c.opened_at, c.owner <> 'nobody' as open, h.disposition, h.agent_id is not null as served, m.said
            from (select id, channel, owner, opened_at, row_number() over (order by opened_at desc) as n,
                    row_number() over (partition by channel order by opened_at desc) as of_channel
                  from conversation where customer_id = $1 and id <> $2 and last_seq > 0) c
            left join lateral (select disposition, agent_id from handoff where conversation_id = c.id
                               order by disposition is null, epoch desc limit 1) h on true
            cross join lateral (select array(select body ->> 'text' from message
                                             where conversation_id = c.id and author = 'customer' order by seq limit 5) as said) m
            where c.n <= 4 or c.of_channel = 1
            order by c.opened_at desc limit 8
            """;

    private final Pool database;

    Contacts(Pool database) {
        this.database = database;
    }

    /** Newest first; those in which nothing was said are left out. */
    Uni<List<Contact>> before(Conversation current) {
        return database.preparedQuery(LAST)
                .execute(Tuple.of(current.customer().value(), current.id().value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Contacts::contact)
                        .toList());
    }

    private static Contact contact(Row row) {
        return new Contact(
                ConversationId.of(row.getUUID("id")),
                Channel.valueOf(row.getString("channel")),
                row.getOffsetDateTime("opened_at").toInstant(),
                row.getString("disposition"),
                row.getBoolean("served"),
                row.getBoolean("open"),
                FirstWords.of(List.of(row.getArrayOfStrings("said"))));
    }
}
