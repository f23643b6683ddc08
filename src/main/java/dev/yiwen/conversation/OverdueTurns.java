package dev.yiwen.conversation;

import dev.yiwen.conversation.store.ConversationRows;
import dev.yiwen.conversation.store.Ownership;
import dev.yiwen.conversation.store.Turns;
import dev.yiwen.shared.Rhythm;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Takes up turns of the bot that were lost with their instance, and hands those that never end to a human. That a turn is taken
 * up is counted before it begins: a message that ends every process that reads it meets a person after a few.
 */
@Singleton
class OverdueTurns {
    private static final Logger LOG = Logger.getLogger(OverdueTurns.class);

    // What came after the last answer, person or notice is what the customer still waits for.
    private static final String TAKE_UP_OVERDUE =
            """
            with due as (
              select id from conversation where turn_due < now() order by turn_due limit 100 for update skip locked
            ), c as (
              update conversation c set turn_tries = c.turn_tries + 1,
                turn_due = now() + $1 * interval '1 millisecond'
              from due where c.id = due.id
              returning c.*
            )
            select m.at < now() - $2 * interval '1 millisecond' or c.turn_tries >= $3 as given_up, %s, %s
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

    /** @param givenUp taken up too often, or too long ago by the clock of the database: that of an instance may leap */
    private record Overdue(Conversation conversation, Message message, boolean givenUp) {}

    private final Pool database;
    private final ConversationRows rows;
    private final Turns turns;
    private final Ownership ownership;
    private final Pace pace;

    OverdueTurns(Pool database, ConversationRows rows, Turns turns, Ownership ownership, Pace pace) {
        this.database = database;
        this.rows = rows;
        this.turns = turns;
        this.ownership = ownership;
        this.pace = pace;
    }

    /** How often, and how long. */
    @Singleton
    record Pace(Rhythm rhythm, ConversationConfig config) {}

    // The rows are claimed by the statement itself, so that every instance may sweep at once.
    void start(@Observes StartupEvent event) {
        pace.rhythm().every(pace.config().sweepEvery(), this::sweep);
    }

    Uni<Void> sweep() {
        return overdue().chain(this::takeUp);
    }

    private Uni<List<Overdue>> overdue() {
        return database.preparedQuery(TAKE_UP_OVERDUE)
                .execute(Tuple.of(
                        turns.timeoutMillis(),
                        pace.config().turnGivenUpAfter().toMillis(),
                        pace.config().turnTries()))
                .map(found -> {
                    var overdue = new ArrayList<Overdue>(found.size());
                    found.forEach(row -> overdue.add(
                            new Overdue(rows.conversation(row), rows.message(row), row.getBoolean("given_up"))));
                    return List.copyOf(overdue);
                });
    }

    private Uni<Void> takeUp(List<Overdue> overdue) {
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

    private Uni<Void> takeUp(Overdue turn) {
        if (turn.givenUp() && turn.conversation().owner() instanceof Owner.Queue) {
            // A human is wanted already.
            return forget(turn.conversation().id());
        }
        if (turn.givenUp()) {
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
