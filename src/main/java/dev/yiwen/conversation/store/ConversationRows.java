package dev.yiwen.conversation.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Owner;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.StaffId;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads rows of {@code conversation} and {@code message} into records, and writes bodies and reasons as JSON. */
@Singleton
public final class ConversationRows {
    /** Of a conversation {@code c} left-joined with the staff {@code s} who owns it. */
    public static final String CONVERSATION = """
            c.id, c.customer_id, c.channel, c.owner, c.agent_id, s.name as agent_name, c.reason::text as reason,
            c.queued_at, c.bot_helps, c.epoch, c.last_seq, c.subject, c.opened_at, c.closed_at""";

    /** Of a message {@code m} left-joined with the staff {@code a} who wrote it. */
    public static final String MESSAGE = """
            m.conversation_id, m.seq, m.author, m.staff_id, a.name as staff_name, m.body::text as body,
            m.client_message_id, m.at, m.via""";

    private final ObjectMapper json;

    ConversationRows(ObjectMapper json) {
        this.json = json;
    }

    public Conversation conversation(Row row) {
        return new Conversation(
                new ConversationId(row.getUUID("id")),
                new CustomerId(row.getUUID("customer_id")),
                Channel.valueOf(row.getString("channel")),
                owner(row),
                row.getInteger("epoch"),
                row.getLong("last_seq"),
                row.getString("subject"),
                instant(row.getOffsetDateTime("opened_at")),
                row.getOffsetDateTime("closed_at") == null ? null : instant(row.getOffsetDateTime("closed_at")));
    }

    public Message message(Row row) {
        return new Message(
                new ConversationId(row.getUUID("conversation_id")),
                row.getLong("seq"),
                author(row),
                read(row.getString("body"), Body.class),
                row.getString("client_message_id"),
                instant(row.getOffsetDateTime("at")),
                via(row.getString("via")));
    }

    /** The reason for which a human was wanted last; it stays while an agent owns the conversation. */
    Optional<HandoffReason> reason(Row row) {
        return Optional.ofNullable(row.getString("reason")).map(text -> read(text, HandoffReason.class));
    }

    public String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not writable as JSON: " + value.getClass(), e);
        }
    }

    public <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not a stored " + type.getSimpleName(), e);
        }
    }

    private Owner owner(Row row) {
        return switch (row.getString("owner")) {
            case "bot" -> new Owner.Bot();
            case "queue" ->
                new Owner.Queue(
                        read(row.getString("reason"), HandoffReason.class),
                        instant(row.getOffsetDateTime("queued_at")),
                        row.getBoolean("bot_helps"));
            case "agent" -> new Owner.Agent(new StaffId(row.getUUID("agent_id")), name(row.getString("agent_name")));
            case "nobody" -> new Owner.Nobody();
            default -> throw new IllegalStateException("Unknown owner in the database");
        };
    }

    private static Author author(Row row) {
        return switch (row.getString("author")) {
            case "customer" -> new Author.Customer();
            case "bot" -> new Author.Bot();
            case "agent" -> agent(row);
            case "system" -> new Author.System();
            default -> throw new IllegalStateException("Unknown author in the database");
        };
    }

    private static Author agent(Row row) {
        var id = row.getUUID("staff_id");
        return id == null
                ? Author.Agent.unnamed()
                : new Author.Agent(new StaffId(id), name(row.getString("staff_name")));
    }

    private static @Nullable Channel via(@Nullable String channel) {
        return channel == null ? null : Channel.valueOf(channel);
    }

    private static String name(@Nullable String name) {
        return name == null ? "" : name;
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }
}
