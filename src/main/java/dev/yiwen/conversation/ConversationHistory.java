package dev.yiwen.conversation;

import dev.yiwen.conversation.store.ConversationRows;
import dev.yiwen.conversation.store.Directory;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A customer's chats backwards, page by page, as the customer may keep them: of what the system said, who came, what was
 * promised and what to do in danger, but not how it was passed on.
 */
@Singleton
public final class ConversationHistory {
    /** Of one conversation on one page, as below; the page after goes on with what came before. */
    private static final int MOST_MESSAGES = 100;

    private static final String EARLIER = "select " + ConversationRows.CONVERSATION + """
             from conversation c left join staff s on s.id = c.agent_id
            where c.customer_id = $1 and c.channel <> 'VOICE'
              and exists (select from message m where m.conversation_id = c.id and m.author <> 'system')
              and ((c.opened_at, c.id) < (select b.opened_at, b.id from conversation b where b.id = $2)
                or c.id = $2 and $3::bigint > 1)
            order by c.opened_at desc, c.id desc limit $4
            """;

    private static final String MESSAGES = "select " + ConversationRows.MESSAGE + """
             from unnest($1::uuid[]) as w(id)
            cross join lateral (
              select * from message where conversation_id = w.id and (w.id <> $2 or seq < $3)
                and (author <> 'system' or body ->> 'code' in ('agent-joined', 'taken-over', 'message-left', 'ticket-opened',
                  'ticket-resolved', 'ticket-reply') or body ->> 'code' like 'safety-%')
              order by seq desc limit 100) m
            left join staff a on a.id = m.staff_id
            order by m.conversation_id, m.seq
            """;

    private final Pool database;
    private final Directory directory;
    private final ConversationRows rows;

    ConversationHistory(Pool database, Directory directory, ConversationRows rows) {
        this.database = database;
        this.directory = directory;
        this.rows = rows;
    }

    /** What comes before message {@code seq} of that conversation; with 0, before the conversation. */
    public record Cursor(ConversationId conversation, long seq) {}

    /** @param messages oldest first; none of them may be for the customer to keep */
    public record Earlier(Conversation conversation, List<Message> messages) {
        public Earlier {
            messages = List.copyOf(messages);
        }
    }

    /**
     * @param conversations newest first
     * @param next null when there is nothing before
     */
    public record Page(
            List<Earlier> conversations, @Nullable Cursor next) {
        public Page {
            conversations = List.copyOf(conversations);
        }
    }

    /** Fails with {@code NOT_FOUND} unless the cursor is in a conversation of that customer's. */
    public Uni<Page> before(Cursor cursor, CustomerId customer, int most) {
        return directory
                .find(customer, cursor.conversation())
                .invoke(found -> {
                    if (found.isEmpty()) {
                        throw new Problem(Problem.Kind.NOT_FOUND, "Not a conversation of yours.");
                    }
                })
                .chain(() -> earlier(cursor, customer, most + 1))
                .chain(all -> messages(cursor, all).map(messages -> page(all, messages, most)));
    }

    private Uni<List<Conversation>> earlier(Cursor cursor, CustomerId customer, int limit) {
        return database.preparedQuery(EARLIER)
                .execute(Tuple.of(customer.value(), cursor.conversation().value(), cursor.seq(), limit))
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .map(rows::conversation)
                        .toList());
    }

    private Uni<Map<ConversationId, List<Message>>> messages(Cursor cursor, List<Conversation> of) {
        return database.preparedQuery(MESSAGES)
                .execute(Tuple.of(
                        of.stream().map(it -> it.id().value()).toArray(UUID[]::new),
                        cursor.conversation().value(),
                        cursor.seq()))
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .map(rows::message)
                        .collect(Collectors.groupingBy(Message::conversation)));
    }

    private static Page page(List<Conversation> all, Map<ConversationId, List<Message>> messages, int most) {
        var shown = new ArrayList<Earlier>();
        for (var conversation : all.subList(0, Math.min(most, all.size()))) {
            var said = messages.getOrDefault(conversation.id(), List.of());
            shown.add(new Earlier(conversation, said));
            if (said.size() == MOST_MESSAGES) {
                return new Page(
                        shown, new Cursor(conversation.id(), said.getFirst().seq()));
            }
        }
        return new Page(shown, all.size() > most ? new Cursor(all.get(most - 1).id(), 0) : null);
    }
}
