package dev.yiwen.handoff.note;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The internal notes of conversations. Each new one sends the signal {@value #TOPIC} in its own transaction. */
@Singleton
public final class Notes {
    public static final String TOPIC = "note";

    private static final String COLUMNS = "n.id, n.after_seq, s.name, n.text, n.at";

    private final Pool database;

    Notes(Pool database) {
        this.database = database;
    }

    /** What {@link #TOPIC} carries. */
    public record Written(ConversationId conversation, UUID note) {
        public static Written parse(String payload) {
            var parts = payload.split(" ", 2);
            return new Written(ConversationId.of(UUID.fromString(parts[0])), UUID.fromString(parts[1]));
        }
    }

    /** Fails with {@code NOT_FOUND} when there is no such conversation. */
    public Uni<Note> write(ConversationId conversation, StaffId author, String text) {
        return database.preparedQuery("""
                        with n as (
                          insert into internal_note (id, conversation_id, after_seq, staff_id, text)
                          select $1, id, last_seq, $3, $4 from conversation where id = $2
                          returning *
                        )
                        select %s, pg_notify('note', n.conversation_id || ' ' || n.id)::text
                        from n join staff s on s.id = n.staff_id
                        """.formatted(COLUMNS))
                .execute(Tuple.of(Ids.next(), conversation.value(), author.value(), text))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(Notes::note)
                        .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "There is no such conversation.")));
    }

    /** Oldest first. */
    public Uni<List<Note>> of(ConversationId conversation) {
        return database.preparedQuery("select " + COLUMNS + """
                         from internal_note n join staff s on s.id = n.staff_id
                        where n.conversation_id = $1 order by n.at, n.id
                        """)
                .execute(Tuple.of(conversation.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Notes::note)
                        .toList());
    }

    private static Note note(Row row) {
        return new Note(
                row.getUUID("id"),
                row.getLong("after_seq"),
                row.getString("name"),
                row.getString("text"),
                row.getOffsetDateTime("at").toInstant());
    }
}
