package dev.yiwen.answer.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Message;
import dev.yiwen.shared.Rhythm;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The traces of bot turns. */
@Singleton
public final class Traces {
    private static final Logger LOG = Logger.getLogger(Traces.class);

    private static final String STORE = """
            insert into turn_trace (conversation_id, in_reply_to, seq, trace, at) values ($1, $2, $3, $4::text::jsonb, $5)
            on conflict (conversation_id, in_reply_to) do update set seq = excluded.seq, trace = excluded.trace
              where turn_trace.seq is null and excluded.seq is not null""";

    private static final String FIND = """
            select in_reply_to, seq, trace, at from turn_trace
            where conversation_id = $1 and (seq = $2 or in_reply_to = $2)
            order by (seq = $2) desc limit 1""";

    /** Traces that wait to be written; above it, turns write theirs themselves and so slow down. */
    private static final int MOST_WAITING = 2000;

    private static final String TOTAL = "total";
    private static final double NANOS_IN_MS = 1e6;
    private static final int TOGETHER = 200;
    private static final Duration EVERY = Duration.ofMillis(200);
    private static final Duration AT_THE_END = Duration.ofSeconds(5);

    private final Pool database;
    private final ObjectMapper json;
    private final TraceMasking masking;
    private final BlockingQueue<Tuple> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private volatile boolean stopping;

    Traces(Pool database, ObjectMapper json, TraceMasking masking) {
        this.database = database;
        this.json = json;
        this.masking = masking;
    }

    void start(@Observes StartupEvent event, Rhythm rhythm) {
        rhythm.every(EVERY, this::writeAll);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        writeAll().await().atMost(AT_THE_END);
    }

    /**
     * Stores it soon, without personal data, many turns' together. The customer has been answered by now: a trace that cannot be written, or that
     * dies with its instance before it was, is lost with a line in the log at most.
     */
    public Uni<Void> store(Message question, Optional<Long> seq, Trace trace) {
        var at = OffsetDateTime.now(ZoneOffset.UTC);
        measure(trace);
        return masking.masked(question.conversation(), trace)
                .map(fields ->
                        Tuple.of(question.conversation().value(), question.seq(), seq.orElse(null), toJson(fields), at))
                .chain(row -> !stopping && waiting.offer(row) ? Uni.createFrom().voidItem() : write(List.of(row)));
    }

    private static void measure(Trace trace) {
        Timer.builder("yiwen.turns")
                .description("Turns of the bot, by what it did, from the message to its reply")
                .tag("decision", trace.decision())
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(30))
                .register(Metrics.globalRegistry)
                .record((long) (trace.timings().getOrDefault(TOTAL, 0.0) * NANOS_IN_MS), TimeUnit.NANOSECONDS);
    }

    /** All that waits now. */
    private Uni<Void> writeAll() {
        var rows = new ArrayList<Tuple>();
        waiting.drainTo(rows, TOGETHER);
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return write(rows).chain(written -> writeAll());
    }

    private Uni<Void> write(List<Tuple> rows) {
        return database.preparedQuery(STORE)
                .executeBatch(rows)
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> rows.size() > 1 ? writeOneByOne(rows) : lost(failure));
    }

    /** One row that cannot be written must not cost the others their place. */
    private Uni<Void> writeOneByOne(List<Tuple> rows) {
        Uni<Void> steps = Uni.createFrom().voidItem();
        for (Tuple row : rows) {
            steps = steps.chain(() -> write(List.of(row)));
        }
        return steps;
    }

    private static Uni<Void> lost(Throwable failure) {
        LOG.warn("A trace was not stored", failure);
        return Uni.createFrom().voidItem();
    }

    /** When all turns so far can be read. */
    Uni<Void> written() {
        return writeAll();
    }

    /** The trace of the turn that wrote, or answered, that message. */
    public Uni<Optional<JsonObject>> find(ConversationId conversation, long seq) {
        return writeAll()
                .chain(() -> database.preparedQuery(FIND).execute(Tuple.of(conversation.value(), seq)))
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

    private String toJson(Map<String, Object> trace) {
        try {
            return json.writeValueAsString(trace);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
