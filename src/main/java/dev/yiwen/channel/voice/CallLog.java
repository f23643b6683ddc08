package dev.yiwen.channel.voice;

import dev.yiwen.channel.voice.LineHistory.Step;
import dev.yiwen.conversation.CallLine;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** All that befell the lines of calls. */
@Singleton
final class CallLog {
    private static final String WRITE = """
            insert into call_event (conversation_id, id, kind, at, party, detail, agent_id)
            select $1, $2::text, $3::text, coalesce($4::timestamptz, c.began_at + $5::float8 * interval '1 millisecond', clock_timestamp()),
              $6::text, $7::text, $8::uuid
            from call c where c.conversation_id = $1
            on conflict do nothing
            """;

    private static final String LINES = """
            select c.conversation_id, e.kind, e.at, e.party, e.detail
            from call c left join call_event e on e.conversation_id = c.conversation_id
            where c.conversation_id = any($1) order by e.at, e.arrived
            """;

    /** Who was told, in the order in which it happened, to have the call; nobody where it went to somebody unknown. */
    private static final String TOLD = """
            select e.kind = 'transferred' as transferred, e.agent_id, e.at, e.told_at,
              (extract(epoch from e.at - c.began_at) * 1000)::bigint as since_begin
            from call_event e join call c on c.conversation_id = e.conversation_id
            where e.conversation_id = $1 and (e.kind = 'transferred' or e.kind = 'answered' and e.agent_id is not null)
            order by e.at, e.arrived
            """;

    private final Pool database;

    CallLog(Pool database) {
        this.database = database;
    }

    /**
     * @param party who is muted, or ended the call
     * @param detail to whom it is put through, whom the agent consults, or why it ended
     * @param agent who has the call from then on
     */
    record Entry(
            CallEvent.OfLine event,
            @Nullable String party,
            @Nullable String detail,
            @Nullable StaffId agent) {}

    /** Whether it was not there before; one without an id or a time always is new. */
    Uni<Boolean> write(ConversationId call, Entry entry) {
        var at = entry.event().at();
        var since = at.millisSinceBegin();
        var agent = entry.agent();
        return database.preparedQuery(WRITE)
                .execute(Tuple.tuple()
                        .addUUID(call.value())
                        .addString(at.id().orElseGet(() -> Ids.next().toString()))
                        .addString(entry.event().type())
                        .addOffsetDateTime(at.time())
                        .addDouble(since == null ? null : since.doubleValue())
                        .addString(entry.party())
                        .addString(entry.detail())
                        .addUUID(agent == null ? null : agent.value()))
                .map(rows -> rows.rowCount() == 1);
    }

    Uni<Map<ConversationId, CallLine>> lines(Collection<ConversationId> calls) {
        return database.preparedQuery(LINES)
                .execute(Tuple.of(calls.stream().map(ConversationId::value).toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.groupingBy(row -> ConversationId.of(row.getUUID("conversation_id")))))
                .map(byCall -> byCall.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                it -> LineHistory.line(it.getValue().stream()
                                        // A call to which nothing has happened yet.
                                        .filter(row -> row.getString("kind") != null)
                                        .map(CallLog::step)
                                        .toList()))));
    }

    /** In the order in which it happened. */
    Uni<List<CallHolder.Told>> told(ConversationId call) {
        return database.preparedQuery(TOLD)
                .execute(Tuple.of(call.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new CallHolder.Told(
                                row.getBoolean("transferred"),
                                row.getUUID("agent_id") == null ? null : StaffId.of(row.getUUID("agent_id")),
                                row.getOffsetDateTime("at").toInstant(),
                                row.getLong("since_begin"),
                                row.getOffsetDateTime("told_at").toInstant()))
                        .toList());
    }

    private static Step step(Row row) {
        return new Step(
                LineHistory.Kind.of(row.getString("kind")),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("party"),
                row.getString("detail"));
    }
}
