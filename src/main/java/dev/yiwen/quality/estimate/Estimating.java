package dev.yiwen.quality.estimate;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Message;
import dev.yiwen.shared.Leader;
import dev.yiwen.shared.Rhythm;
import dev.yiwen.triage.SatisfactionReading;
import dev.yiwen.triage.Spoken;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Estimates each conversation soon after its end, and again when it went on and ended anew. */
@Singleton
final class Estimating {
    private static final Logger LOG = Logger.getLogger(Estimating.class);
    private static final Duration OFTEN = Duration.ofSeconds(20);
    private static final int AT_ONCE = 200;
    private static final int LONGEST_TALK = 500;
    private static final int QUOTED = 3;

    // Of the last week: what ended while nothing ran is made up for.
    private static final String ENDED = """
            select c.id, c.closed_at from conversation c
            where c.closed_at > now() - interval '7 days'
              and not exists (select from satisfaction_estimate e where e.conversation_id = c.id and e.closed_at >= c.closed_at)
            order by c.closed_at limit $1
            """;

    // Reads who had the conversation from another feature's rows, as a rating does. Gone meanwhile is gone.
    private static final String STORE = """
            insert into satisfaction_estimate (conversation_id, agent_id, dissatisfied, likely, worst, closed_at)
            select c.id, (select agent_id from handoff
                where conversation_id = c.id and agent_id is not null order by epoch desc limit 1), $2, $3, $4, $5
            from conversation c where c.id = $1
            on conflict (conversation_id) do update set agent_id = excluded.agent_id, dissatisfied = excluded.dissatisfied,
              likely = excluded.likely, worst = excluded.worst, closed_at = excluded.closed_at
            """;

    private final Pool database;
    private final Conversations conversations;
    private final Leader leader;
    private final SatisfactionReading reading;

    Estimating(Pool database, Conversations conversations, Leader leader, SatisfactionReading reading) {
        this.database = database;
        this.conversations = conversations;
        this.leader = leader;
        this.reading = reading;
    }

    void onServing(@ObservesAsync HttpServerStart start, Rhythm rhythm) {
        rhythm.every(OFTEN, () -> leader.alone("satisfaction-estimates", this::round));
    }

    Uni<Void> round() {
        return database.preparedQuery(ENDED)
                .execute(Tuple.of(AT_ONCE))
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(row -> estimate(row)
                        .onFailure()
                        .invoke(e -> LOG.warnf(e, "Satisfaction in %s was not estimated", row.getUUID("id")))
                        // The others are not to wait for it.
                        .onFailure()
                        .recoverWithNull())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> estimate(Row row) {
        var id = ConversationId.of(row.getUUID("id"));
        return conversations
                .messagesAfter(id, 0, LONGEST_TALK)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(this::estimated)
                .chain(it -> database.preparedQuery(STORE)
                        .execute(Tuple.tuple()
                                .addUUID(id.value())
                                .addFloat(it.dissatisfied())
                                .addString(it.likely())
                                .addArrayOfLong(it.worst().toArray(Long[]::new))
                                .addOffsetDateTime(row.getOffsetDateTime("closed_at"))))
                .replaceWithVoid();
    }

    /** Null where the customer said nothing in words. */
    private record Stored(
            @Nullable Float dissatisfied, @Nullable String likely, List<Long> worst) {}

    private Stored estimated(List<Message> messages) {
        var said = messages.stream()
                .filter(it -> !(it.author() instanceof Author.System))
                .toList();
        var talk = said.stream()
                .map(it -> new Spoken(isWordOfCustomer(it), it.body().text()))
                .toList();
        var own = said.stream().filter(Estimating::isWordOfCustomer).toList();
        if (own.isEmpty()) {
            return new Stored(null, null, List.of());
        }
        var estimate = reading.of(talk);
        var worst = IntStream.range(0, own.size())
                .boxed()
                .filter(i -> estimate.turns().get(i) >= reading.turnThreshold())
                .sorted(Comparator.comparing((Integer i) -> estimate.turns().get(i))
                        .reversed())
                .limit(QUOTED)
                .map(i -> own.get(i).seq())
                .toList();
        return new Stored((float) estimate.dissatisfied(), estimate.likely().name(), worst);
    }

    private static boolean isWordOfCustomer(Message message) {
        return message.author() instanceof Author.Customer
                && message.body() instanceof Body.Text text
                && !text.text().isBlank();
    }
}
