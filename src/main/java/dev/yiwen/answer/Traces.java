package dev.yiwen.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Message;
import dev.yiwen.shared.Leader;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The traces of bot turns. */
@Singleton
final class Traces {
    private static final Logger LOG = Logger.getLogger(Traces.class);

    private static final String STORE = """
            insert into turn_trace (conversation_id, in_reply_to, seq, trace) values ($1, $2, $3, $4)
            on conflict (conversation_id, in_reply_to) do update set seq = excluded.seq, trace = excluded.trace
              where turn_trace.seq is null and excluded.seq is not null""";

    private static final String FIND = """
            select in_reply_to, seq, trace, at from turn_trace
            where conversation_id = $1 and (seq = $2 or in_reply_to = $2)
            order by (seq = $2) desc limit 1""";

    private static final String FORGET = "delete from turn_trace where at < $1";

    private final Pool database;
    private final ObjectMapper json;
    private final Leader leader;
    private final AnswerConfig config;

    Traces(Pool database, ObjectMapper json, Leader leader, AnswerConfig config) {
        this.database = database;
        this.json = json;
        this.leader = leader;
        this.config = config;
    }

    /** Stores it. The customer has been answered by now, so a failure is logged and goes no further. */
    Uni<Void> store(Message question, Optional<Long> seq, Trace trace) {
        return Uni.createFrom()
                .item(() -> Tuple.of(question.conversation().value(), question.seq(), seq.orElse(null), toJson(trace)))
                .chain(row -> database.preparedQuery(STORE).execute(row))
                .onFailure()
                .invoke(failure -> LOG.warn("A trace was not stored", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    /** The trace of the turn that wrote, or answered, that message. */
    Uni<Optional<JsonObject>> find(ConversationId conversation, long seq) {
        return database.preparedQuery(FIND)
                .execute(Tuple.of(conversation.value(), seq))
                .map(rows -> {
                    var found = rows.iterator();
                    if (!found.hasNext()) {
                        return Optional.empty();
                    }
                    var row = found.next();
                    return Optional.of(row.getJsonObject("trace")
                            .put("inReplyTo", row.getLong("in_reply_to"))
                            .put("seq", row.getLong("seq"))
                            .put("at", row.getOffsetDateTime("at").toInstant().toString()));
                });
    }

    @Scheduled(every = "6h", delayed = "5m", identity = "traces.forget")
    Uni<Void> forgetOld() {
        return leader.alone(
                "traces.forget",
                () -> database.preparedQuery(FORGET)
                        .execute(Tuple.of(OffsetDateTime.now(ZoneOffset.UTC).minus(config.keepTraces())))
                        .replaceWithVoid());
    }

    private JsonObject toJson(Trace trace) {
        try {
            return new JsonObject(json.writeValueAsString(trace));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
