package dev.yiwen.handoff.desk;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.handoff.desk.AgentFrame.FromServer;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Signals;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * What supervisors tell an agent about a conversation. It has rows and a signal of its own: nothing that customers are shown
 * is read from there.
 */
@Singleton
final class Whispers {
    private static final Logger LOG = Logger.getLogger(Whispers.class);
    private static final String TOPIC = "whisper";
    private static final String COLUMNS = "w.id, w.after_seq, w.staff_id, s.name, w.text, w.at";

    /** Only an agent can be whispered to, so the conversation must be with one. */
    private static final String WRITE = """
            with w as (
              insert into whisper (id, conversation_id, after_seq, staff_id, text)
              select $1, id, last_seq, $3, $4 from conversation where id = $2 and owner = 'agent'
              returning *
            )
            select %s, pg_notify('whisper', w.conversation_id || ' ' || w.id)::text
            from w join staff s on s.id = w.staff_id
            """.formatted(COLUMNS);

    private final Pool database;
    private final Signals signals;
    private final Desks desks;

    Whispers(Pool database, Signals signals, Desks desks) {
        this.database = database;
        this.signals = signals;
        this.desks = desks;
    }

    /**
     * @param afterSeq the last message when it was said
     * @param authorId who said it: to them it is nothing new
     * @param author the supervisor's name
     */
    public record Whisper(UUID id, long afterSeq, UUID authorId, String author, String text, Instant at) {}

    void listen(@Observes StartupEvent start) {
        // What goes unheard is read with the conversation.
        signals.listen(TOPIC, this::heard, () -> {});
    }

    /** Fails with {@code CONFLICT} when no agent has the conversation. */
    Uni<Whisper> say(ConversationId to, StaffId supervisor, String text) {
        return database.preparedQuery(WRITE)
                .execute(Tuple.of(Ids.next(), to.value(), supervisor.value(), text))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(Whispers::whisper)
                        .orElseThrow(() -> new Problem(Problem.Kind.CONFLICT, "No agent has the conversation.")));
    }

    /** Oldest first. */
    Uni<List<Whisper>> in(ConversationId conversation) {
        return read("w.conversation_id = $1", conversation.value());
    }

    private void heard(String payload) {
        var parts = payload.split(" ", 2);
        var conversation = ConversationId.of(UUID.fromString(parts[0]));
        var listening = desks.watching(conversation).stream()
                .filter(it -> it.owns(conversation) || it.staff().may(Right.SUPERVISE))
                .toList();
        if (!listening.isEmpty()) {
            read("w.id = $1", UUID.fromString(parts[1]))
                    .subscribe()
                    .with(
                            found -> found.forEach(it ->
                                    listening.forEach(desk -> desk.tell(new FromServer.Whispered(conversation, it)))),
                            e -> LOG.warnf("A whisper could not be passed on: %s", e.getMessage()));
        }
    }

    private Uni<List<Whisper>> read(String condition, UUID value) {
        return database.preparedQuery("select " + COLUMNS + " from whisper w join staff s on s.id = w.staff_id where "
                        + condition + " order by w.at, w.id")
                .execute(Tuple.of(value))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Whispers::whisper)
                        .toList());
    }

    private static Whisper whisper(Row row) {
        return new Whisper(
                row.getUUID("id"),
                row.getLong("after_seq"),
                row.getUUID("staff_id"),
                row.getString("name"),
                row.getString("text"),
                row.getOffsetDateTime("at").toInstant());
    }
}
