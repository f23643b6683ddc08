package dev.yiwen.conversation;

import dev.yiwen.conversation.Transcript.Appended;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Takes up turns of the bot that were lost with their instance, and hands those that never end to a human. */
@Singleton
class OverdueTurns {
    private static final Logger LOG = Logger.getLogger(OverdueTurns.class);

    // What came after the last answer, person or notice is what the customer still waits for.
    private static final String TAKE_UP_OVERDUE =
            """
            with due as (
              select id from conversation where turn_due < now() order by turn_due limit 100 for update skip locked
            ), c as (
              update conversation c set turn_due = now() + $1 * interval '1 millisecond'
              from due where c.id = due.id
              returning c.*
            )
            select %s, %s
            from c
            cross join lateral (
              select greatest(max(in_reply_to), max(seq) filter (where author in ('agent', 'system')), 0) as answered
              from message where conversation_id = c.id
            ) past
            join message m on m.conversation_id = c.id and m.author = 'customer'
              and m.seq > past.answered and m.seq <= c.turn_seq
            left join staff s on s.id = c.agent_id left join staff a on a.id = m.staff_id
            order by c.id, m.seq
            """.formatted(ConversationRows.CONVERSATION, ConversationRows.MESSAGE);

    private final Pool database;
    private final ConversationRows rows;
    private final Turns turns;
    private final Ownership ownership;
    private final ConversationConfig config;

    OverdueTurns(Pool database, ConversationRows rows, Turns turns, Ownership ownership, ConversationConfig config) {
        this.database = database;
        this.rows = rows;
        this.turns = turns;
        this.ownership = ownership;
        this.config = config;
    }

    // The rows are claimed by the statement itself, so that every instance may sweep at once.
    @Scheduled(every = "{yiwen.conversation.sweep-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return overdue().chain(this::takeUp);
    }

    private Uni<List<Appended>> overdue() {
        return database.preparedQuery(TAKE_UP_OVERDUE)
                .execute(Tuple.of(turns.timeoutMillis()))
                .map(found -> {
                    var overdue = new ArrayList<Appended>(found.size());
                    found.forEach(row -> overdue.add(new Appended(rows.conversation(row), rows.message(row))));
                    return List.copyOf(overdue);
                });
    }

    private Uni<Void> takeUp(List<Appended> overdue) {
        if (!overdue.isEmpty()) {
            LOG.warnf("Taking up %d overdue turns", overdue.size());
        }
        return Multi.createFrom()
                .iterable(overdue)
                .onItem()
                .transformToUniAndConcatenate(this::takeUp)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> takeUp(Appended turn) {
        var givenUp = turn.message().at().isBefore(Instant.now().minus(config.turnGivenUpAfter()));
        if (givenUp && turn.conversation().owner() instanceof Owner.Queue) {
            // A human is wanted already.
            return forget(turn.conversation().id());
        }
        if (givenUp) {
            return ownership
                    .requestHuman(turn.conversation().id(), turn.conversation().epoch(), ownership.noAnswerInTime())
                    .replaceWithVoid();
        }
        turns.begin(turn.conversation(), turn.message());
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> forget(ConversationId id) {
        return database.preparedQuery("update conversation set turn_seq = null, turn_due = null where id = $1")
                .execute(Tuple.of(id.value()))
                .replaceWithVoid();
    }
}
