package dev.yiwen.conversation.store;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.NewMessage;
import dev.yiwen.conversation.delivery.Recent;
import dev.yiwen.identity.StaffId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Appends to transcripts. Each append is one statement: it takes the next number under the lock of the conversation's row,
 * inserts, and signals to all instances on commit. Appends that come at once are committed together.
 */
@Singleton
public final class Transcript {
    private static final String UNIQUE_VIOLATION = "23505";

    // clock_timestamp() runs under the row lock, so that times never run against the numbers; now() would.
    private static final String APPEND = """
            with c as (
              update conversation c set last_seq = last_seq + 1%s
              where id = $1%s
              returning *
            ), m as (
              insert into message (conversation_id, seq, author, staff_id, body, client_message_id, in_reply_to, via, at)
              select id, last_seq, $2, $3, $4::text::jsonb, $5, $6, nullif($7, channel), clock_timestamp() from c
              returning *
            )
            select %s, %s, pg_notify('conversation', %s)::text
            from c cross join m left join staff s on s.id = c.agent_id left join staff a on a.id = m.staff_id
            """;
    private static final String UNLESS_SENT_BEFORE =
            " and not exists (select from message x where x.conversation_id = $1 and x.client_message_id = $5)";

    private static final String FROM_CUSTOMER = append("""
            ,
              turn_seq = case when owner = 'bot' or bot_helps then last_seq + 1 end,
              turn_due = case when owner = 'bot' or bot_helps then now() + $8 * interval '1 millisecond' end,
              turn_tries = case when turn_seq is null then 0 else turn_tries end""", " and owner <> 'nobody'" + UNLESS_SENT_BEFORE);
    private static final String FROM_BOT = append(
            """
            ,
              turn_seq = case when turn_seq > $6 then turn_seq end,
              turn_due = case when turn_seq > $6 then turn_due end""",
            " and (owner = 'bot' or bot_helps) and epoch = $8"
                    + " and not exists (select from message x where x.conversation_id = $1 and x.in_reply_to = $6)");
    private static final String FROM_AGENT = append("", " and owner = 'agent' and agent_id = $3" + UNLESS_SENT_BEFORE);
    private static final String FROM_STAFF = append("", UNLESS_SENT_BEFORE);
    private static final String FOR_PEOPLE = append("", " and owner <> 'nobody'" + UNLESS_SENT_BEFORE);
    /** What is recognised after the line is cut was said before. */
    private static final String UTTERANCE =
            append("", " and (owner <> 'nobody' or closed_at > now() - interval '10 minutes')" + UNLESS_SENT_BEFORE);

    /** A revision replaces a lower one, and words without a revision each other; what had none counts as revision 0. */
    private static final String CORRECT = """
            with old as (
              select seq, body ->> 'text' as text from message
              where conversation_id = $1 and client_message_id = $2 and author = $3
                and case when $5::integer is null and body -> 'revision' is null then body ->> 'text' <> $4::text
                  else coalesce($5::integer, 0) > coalesce((body ->> 'revision')::integer, 0) end
              for update
            ), new as (
              update message m
              set body = m.body || jsonb_build_object('text', $4::text)
                || case when $5::integer is null then '{}' else jsonb_build_object('revision', $5::integer) end
              from old where m.conversation_id = $1 and m.seq = old.seq
            )
            select seq from old where text <> $4::text
            """;

    private static final String NOTICE = append("", "");
    private static final String HELP = append("""
            ,
              bot_helps = $8, turn_seq = null, turn_due = null""", " and owner = 'queue' and bot_helps <> $8");

    private static final String SENT_BEFORE = "select " + ConversationRows.MESSAGE
            + " from message m left join staff a on a.id = m.staff_id"
            + " where m.conversation_id = $1 and m.client_message_id = $2";
    private static final String AFTER = "select " + ConversationRows.MESSAGE
            + " from message m left join staff a on a.id = m.staff_id"
            + " where m.conversation_id = $1 and m.seq > $2 order by m.seq limit $3";

    /** A message and its conversation as they were committed together. */
    public record Appended(Conversation conversation, Message message) {}

    private final Pool database;
    private final ConversationRows rows;
    private final Recent recent;
    private final Map<String, GroupCommit> commits = new ConcurrentHashMap<>();

    Transcript(Pool database, ConversationRows rows, Recent recent) {
        this.database = database;
        this.rows = rows;
        this.recent = recent;
    }

    /** Empty when it was sent before, or the conversation is closed or does not exist. */
    public Uni<Optional<Appended>> fromCustomer(
            ConversationId id, @Nullable Channel via, String clientMessageId, Body body, long turnMillis) {
        return append(FROM_CUSTOMER, ofCustomer(id, via, body, clientMessageId).addLong(turnMillis));
    }

    /** Empty when the bot does not own it under that epoch, or the turn was answered before. */
    public Uni<Optional<Appended>> fromBot(ConversationId id, int epoch, long inReplyTo, Body body) {
        return append(
                FROM_BOT, parameters(id, "bot", null, body, null, inReplyTo).addInteger(epoch));
    }

    /** Empty when it was sent before, or the agent does not own the conversation. */
    public Uni<Optional<Appended>> fromAgent(ConversationId id, StaffId agent, String clientMessageId, Body body) {
        return append(FROM_AGENT, parameters(id, "agent", agent, body, clientMessageId, null));
    }

    /** Whoever owns it; empty when it was sent before, or the conversation does not exist. */
    public Uni<Optional<Appended>> fromStaff(ConversationId id, StaffId staff, String clientMessageId, Body body) {
        return append(FROM_STAFF, parameters(id, "agent", staff, body, clientMessageId, null));
    }

    /** No turn of the bot begins; empty when it was sent before, or the conversation is closed or does not exist. */
    public Uni<Optional<Appended>> forPeople(
            ConversationId id, @Nullable Channel via, String clientMessageId, Body body) {
        return append(FOR_PEOPLE, ofCustomer(id, via, body, clientMessageId));
    }

    /** Empty when it was sent before, or the conversation was closed a while ago or does not exist. */
    public Uni<Optional<Appended>> utterance(ConversationId id, Author speaker, String utteranceId, Body body) {
        var staff = speaker instanceof Author.Agent agent ? agent.id() : null;
        return append(UTTERANCE, parameters(id, kind(speaker), staff, body, utteranceId, null));
    }

    /**
     * Puts other words in the place of an utterance, which stays where it was said; the number of its message, empty when nothing
     * is changed by it.
     */
    public Uni<Optional<Long>> correct(ConversationId id, Author speaker, String utteranceId, Body.Text said) {
        return database.preparedQuery(CORRECT)
                .execute(Tuple.tuple()
                        .addUUID(id.value())
                        .addString(utteranceId)
                        .addString(kind(speaker))
                        .addString(said.text())
                        .addInteger(said.revision()))
                .map(found -> first(found).map(row -> row.getLong("seq")));
    }

    /** Empty when the conversation does not exist. */
    public Uni<Optional<Appended>> notice(ConversationId id, Body.Notice notice) {
        return append(NOTICE, parameters(id, "system", null, notice, null, null));
    }

    /** Empty when the conversation does not wait, or it is so already. */
    public Uni<Optional<Appended>> help(ConversationId id, Body.Notice notice, boolean wanted) {
        return append(HELP, parameters(id, "system", null, notice, null, null).addBoolean(wanted));
    }

    public Uni<Optional<Message>> sentBefore(ConversationId id, String clientMessageId) {
        return database.preparedQuery(SENT_BEFORE)
                .execute(Tuple.of(id.value(), clientMessageId))
                .map(found -> first(found).map(rows::message));
    }

    public Uni<List<Message>> after(ConversationId id, long seq, int limit) {
        return database.preparedQuery(AFTER)
                .execute(Tuple.of(id.value(), seq, limit))
                .map(this::messages);
    }

    /** At most {@code count} messages, the last of them {@code last}. */
    public Uni<List<Message>> upTo(Message last, int count) {
        long after = Math.max(0, last.seq() - count);
        return recent.between(last.conversation(), after, last.seq())
                .map(known -> Uni.createFrom().item(known))
                .orElseGet(() -> after(last.conversation(), after, (int) (last.seq() - after)));
    }

    static Optional<Row> first(RowSet<Row> found) {
        var iterator = found.iterator();
        return iterator.hasNext() ? Optional.of(iterator.next()) : Optional.empty();
    }

    private List<Message> messages(RowSet<Row> found) {
        var messages = new ArrayList<Message>(found.size());
        found.forEach(row -> messages.add(rows.message(row)));
        return List.copyOf(messages);
    }

    private Uni<Optional<Appended>> append(String sql, Tuple parameters) {
        return commits.computeIfAbsent(sql, it -> new GroupCommit(database, it))
                .execute(parameters.getUUID(0), parameters)
                .map(found -> first(found).map(row -> new Appended(rows.conversation(row), rows.message(row))))
                .invoke(appended -> appended.ifPresent(recent::add))
                // The same message in two statements at once: the later one finds out at its insert.
                .onFailure(Transcript::isDuplicate)
                .recoverWithItem(Optional.empty());
    }

    private Tuple ofCustomer(ConversationId id, @Nullable Channel via, Body body, @Nullable String clientMessageId) {
        return parameters(id, "customer", null, body, clientMessageId, null, via);
    }

    private Tuple parameters(
            ConversationId id,
            String author,
            @Nullable StaffId staff,
            Body body,
            @Nullable String clientMessageId,
            @Nullable Long inReplyTo) {
        return parameters(id, author, staff, body, clientMessageId, inReplyTo, null);
    }

    private Tuple parameters(
            ConversationId id,
            String author,
            @Nullable StaffId staff,
            Body body,
            @Nullable String clientMessageId,
            @Nullable Long inReplyTo,
            @Nullable Channel via) {
        return Tuple.tuple()
                .addUUID(id.value())
                .addString(author)
                .addUUID(staff == null ? null : staff.value())
                .addString(rows.write(body))
                .addString(clientMessageId)
                .addLong(inReplyTo)
                .addString(via == null ? null : via.name());
    }

    private static String append(String set, String where) {
        return APPEND.formatted(
                set, where, ConversationRows.CONVERSATION, ConversationRows.MESSAGE, NewMessage.PAYLOAD);
    }

    private static String kind(Author author) {
        return switch (author) {
            case Author.Customer customer -> "customer";
            case Author.Bot bot -> "bot";
            case Author.Agent agent -> "agent";
            case Author.System system -> "system";
        };
    }

    private static boolean isDuplicate(Throwable failure) {
        return failure instanceof PgException e && UNIQUE_VIOLATION.equals(e.getSqlState());
    }
}
