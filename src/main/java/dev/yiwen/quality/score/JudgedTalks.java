package dev.yiwen.quality.score;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Message;
import dev.yiwen.identity.StaffId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads conversations that are over, to be judged. */
@Singleton
final class JudgedTalks {
    private static final int LONGEST = 500;

    // Reads the customer's later conversations, in which they said something, as first-contact figures do.
    private static final String FACTS = """
            select c.channel, c.closed_at, c.last_seq, now() as at, r.score,
              (select count(*) from conversation n
               where n.customer_id = c.customer_id and n.id <> c.id and n.opened_at >= c.closed_at
                 and n.opened_at < c.closed_at + interval '7 days'
                 and exists (select from message m where m.conversation_id = n.id and m.author = 'customer')) as repeats
            from conversation c left join satisfaction r on r.conversation_id = c.id
            where c.id = $1 and c.closed_at is not null
            """;

    private final Pool database;
    private final Conversations conversations;

    JudgedTalks(Pool database, Conversations conversations) {
        this.database = database;
        this.conversations = conversations;
    }

    /** @param at when it was read: what comes later is not in it */
    record Read(
            ConversationId id,
            JudgedTalk talk,
            List<Message> messages,
            OffsetDateTime closedAt,
            long lastSeq,
            OffsetDateTime at) {}

    /** Empty when it is open, or gone. */
    Uni<Optional<Read>> of(ConversationId id) {
        return database.preparedQuery(FACTS).execute(Tuple.of(id.value())).chain(rows -> {
            var row = rows.iterator();
            if (!row.hasNext()) {
                return Uni.createFrom().item(Optional.empty());
            }
            var facts = row.next();
            return conversations.messagesAfter(id, 0, LONGEST).map(messages -> Optional.of(read(id, facts, messages)));
        });
    }

    private static Read read(ConversationId id, Row facts, List<Message> messages) {
        var turns = messages.stream().map(JudgedTalks::turn).toList();
        @Nullable Short rating = facts.getShort("score");
        return new Read(
                id,
                new JudgedTalk(
                        turns,
                        "VOICE".equals(facts.getString("channel")),
                        rating == null ? null : rating.intValue(),
                        facts.getInteger("repeats")),
                messages,
                facts.getOffsetDateTime("closed_at"),
                facts.getLong("last_seq"),
                facts.getOffsetDateTime("at"));
    }

    private static JudgedTalk.Turn turn(Message message) {
        var spokenAt = message.body() instanceof Body.Text text ? text.spokenAt() : null;
        return switch (message.author()) {
            case Author.Customer customer -> turn(message, JudgedTalk.Side.CUSTOMER, null, spokenAt);
            case Author.Agent agent -> turn(message, JudgedTalk.Side.AGENT, agent.id(), spokenAt);
            // A notice is not the bot's word, whoever signs it.
            case Author.Bot bot ->
                message.body() instanceof Body.Notice notice
                        ? notice(message, notice)
                        : turn(message, JudgedTalk.Side.BOT, null, null);
            case Author.System system ->
                message.body() instanceof Body.Notice notice
                        ? notice(message, notice)
                        : turn(message, JudgedTalk.Side.SYSTEM, null, null);
        };
    }

    private static JudgedTalk.Turn notice(Message message, Body.Notice notice) {
        return new JudgedTalk.Turn(message.seq(), JudgedTalk.Side.SYSTEM, null, notice.code(), message.at(), null);
    }

    private static JudgedTalk.Turn turn(
            Message message, JudgedTalk.Side side, @Nullable StaffId staff, @Nullable Long spokenAt) {
        return new JudgedTalk.Turn(
                message.seq(),
                side,
                staff == null ? null : staff.value(),
                message.body().text(),
                message.at(),
                spokenAt);
    }
}
