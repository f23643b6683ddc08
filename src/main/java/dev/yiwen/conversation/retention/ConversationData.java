package dev.yiwen.conversation.retention;

import dev.yiwen.audit.CustomerData;
import dev.yiwen.audit.PersonalTable;
import dev.yiwen.audit.PersonalTable.Depth;
import dev.yiwen.audit.Scope;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Messages;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Conversations and what was said in them, for export and erasure. */
@Singleton
final class ConversationData implements CustomerData {
    private static final String SAID = """
            select c.id, c.channel, m.author, m.at,
              coalesce(m.body ->> 'text', '') as text, m.body #>> '{file,words}' as words
            from conversation c join message m on m.conversation_id = c.id
            where c.id = any($1) order by c.opened_at, c.id, m.seq
            """;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Pool database;
    private final Conversations conversations;
    private final Messages messages;

    ConversationData(Pool database, Conversations conversations, Messages messages) {
        this.database = database;
        this.conversations = conversations;
        this.messages = messages;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.ofConversation("conversation_read"),
                PersonalTable.ofConversation("message", "staff_id").at(Depth.MESSAGE),
                PersonalTable.ofConversation("conversation", "agent_id", "epoch", "turn_seq", "turn_due")
                        .where("t.customer_id = any($1::uuid[]) or t.id = any($2::uuid[])")
                        .at(Depth.CONVERSATION));
    }

    @Override
    public Uni<List<UUID>> conversationsOf(List<UUID> customers) {
        return ids("select id from conversation where customer_id = any($1) order by opened_at", customers);
    }

    /** What a person reads: a text a conversation, in Chinese like the conversation. */
    @Override
    public Multi<Document> documents(Scope scope) {
        return database.preparedQuery(SAID)
                .execute(Tuple.of(scope.conversations().toArray(UUID[]::new)))
                .onItem()
                .transformToMulti(rows -> {
                    var texts = new LinkedHashMap<String, StringBuilder>();
                    rows.forEach(row -> texts.computeIfAbsent(path(row), path -> new StringBuilder())
                            .append(line(row)));
                    return Multi.createFrom().iterable(texts.entrySet());
                })
                .map(text ->
                        new Document(text.getKey(), text.getValue().toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** Whoever talks with the customer sees that it is over. */
    @Override
    public Uni<Void> end(Scope scope) {
        return ids("select id from conversation where id = any($1) and owner <> 'nobody'", scope.conversations())
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(id -> conversations
                        .load(new ConversationId(id))
                        .chain(it -> conversations.close(it.id(), it.epoch())))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<List<UUID>> ids(String sql, List<UUID> of) {
        return database.preparedQuery(sql)
                .execute(Tuple.of(of.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .toList());
    }

    private static String path(Row row) {
        return "conversations/%s-%s.txt"
                .formatted(row.getString("channel").toLowerCase(Locale.ROOT), row.getUUID("id"));
    }

    private String line(Row row) {
        return "%s  %s：%s%n"
                .formatted(
                        TIME.format(row.getOffsetDateTime("at").atZoneSameInstant(HomeZone.id())),
                        messages.text("conversation.export." + row.getString("author")),
                        text(row));
    }

    /** With what was read in a picture; what was recognised in a voice is its text already. */
    private String text(Row row) {
        var text = row.getString("text");
        var words = row.getString("words");
        return words == null || words.equals(text)
                ? text
                : text + "\n" + messages.text("conversation.export.read", Map.of("words", words));
    }
}
