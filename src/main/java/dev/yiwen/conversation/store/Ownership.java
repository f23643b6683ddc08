package dev.yiwen.conversation.store;

import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.NewMessage;
import dev.yiwen.conversation.Owner;
import dev.yiwen.conversation.OwnerChanged;
import dev.yiwen.conversation.delivery.Recent;
import dev.yiwen.conversation.store.Transcript.Appended;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Messages;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Changes owners. The conversation's row is locked, the old owner says whether it may become the new one, and owner, epoch
 * and the notice to both sides are committed together.
 */
@Singleton
public final class Ownership {
    private static final Logger LOG = Logger.getLogger(Ownership.class);
    // The database's clock: those of instances differ, and the order of those who wait must not.
    private static final String LOCK = "select clock_timestamp() as now, " + ConversationRows.CONVERSATION
            + " from conversation c left join staff s on s.id = c.agent_id where c.id = $1 for update of c";

    private static final String CHANGE =
            """
            with c as (
              update conversation set owner = $2, agent_id = $3,
                reason = case when $2 = 'bot' then null else coalesce($4::text::jsonb, reason) end,
                priority = $5, queued_at = $6, closed_at = case when $2 = 'nobody' then now() end,
                epoch = epoch + 1, last_seq = last_seq + 1, turn_seq = null, turn_due = null,
                bot_helps = false
              where id = $1
              returning *
            ), m as (
              insert into message (conversation_id, seq, author, body, at)
              select id, last_seq, 'system', $7::text::jsonb, clock_timestamp() from c
              returning *
            )
            select %s, %s, pg_notify('conversation', %s)::text, pg_notify('owner', c.id::text)::text
            from c cross join m left join staff s on s.id = c.agent_id left join staff a on a.id = m.staff_id
            """.formatted(ConversationRows.CONVERSATION, ConversationRows.MESSAGE, NewMessage.PAYLOAD);

    /** What was committed: the owners, and the notice of the change. */
    private record Done(Conversation before, Appended appended) {
        Conversation after() {
            return appended.conversation();
        }
    }

    private record Locked(Conversation conversation, Instant now) {}

    /** From the old owner to the new one; empty when that may not be. */
    private interface Transition {
        Optional<? extends Owner> from(Owner owner, Instant now);
    }

    private final Pool database;
    private final ConversationRows rows;
    private final Messages messages;
    private final Event<OwnerChanged> changed;
    private final Recent recent;

    Ownership(Pool database, ConversationRows rows, Messages messages, Event<OwnerChanged> changed, Recent recent) {
        this.database = database;
        this.rows = rows;
        this.messages = messages;
        this.changed = changed;
        this.recent = recent;
    }

    public Uni<Optional<Conversation>> requestHuman(ConversationId id, int epoch, HandoffReason reason) {
        return change(id, epoch, notice("handoff"), (owner, now) -> switch (owner) {
            case Owner.Bot bot -> Optional.of(bot.askForHuman(reason, now));
            case Owner.Queue queue -> Optional.empty();
            case Owner.Agent agent -> Optional.empty();
            case Owner.Nobody nobody -> Optional.empty();
        });
    }

    public Uni<Optional<Conversation>> assign(ConversationId id, int epoch, StaffId agent, String name) {
        return change(id, epoch, notice("agent-joined", Map.of("agent", name)), (owner, now) -> switch (owner) {
            case Owner.Queue queue -> Optional.of(queue.assignTo(agent, name));
            case Owner.Bot bot -> Optional.empty();
            case Owner.Agent other -> Optional.empty();
            case Owner.Nobody nobody -> Optional.empty();
        });
    }

    /** Not from oneself: nothing would change hands. */
    public Uni<Optional<Conversation>> takeOver(ConversationId id, int epoch, StaffId supervisor, String name) {
        return pass(id, epoch, notice("taken-over", Map.of("agent", name)), supervisor, name);
    }

    /** The telephone has put the call through from one agent to another. */
    public Uni<Optional<Conversation>> putThrough(ConversationId id, int epoch, StaffId next, String name) {
        return pass(id, epoch, notice("put-through", Map.of("agent", name)), next, name);
    }

    private Uni<Optional<Conversation>> pass(
            ConversationId id, int epoch, Body.Notice notice, StaffId next, String name) {
        return change(id, epoch, notice, (owner, now) -> switch (owner) {
            case Owner.Agent agent ->
                agent.id().equals(next) ? Optional.empty() : Optional.of(agent.takenBy(next, name));
            case Owner.Queue queue -> Optional.empty();
            case Owner.Bot bot -> Optional.empty();
            case Owner.Nobody nobody -> Optional.empty();
        });
    }

    /** @param notice {@code requeued} when the agent vanished, {@code transferred} when the agent wants it so */
    public Uni<Optional<Conversation>> requeue(
            ConversationId id, int epoch, HandoffReason reason, Instant since, String notice) {
        return change(id, epoch, notice(notice), (owner, now) -> switch (owner) {
            case Owner.Agent agent -> Optional.of(agent.leave(reason, since));
            case Owner.Queue queue -> Optional.empty();
            case Owner.Bot bot -> Optional.empty();
            case Owner.Nobody nobody -> Optional.empty();
        });
    }

    public Uni<Optional<Conversation>> backToBot(ConversationId id, int epoch) {
        return change(id, epoch, notice("back-to-bot"), (owner, now) -> switch (owner) {
            case Owner.Queue queue -> Optional.of(queue.giveUpWaiting());
            case Owner.Agent agent -> Optional.of(agent.handBack());
            case Owner.Bot bot -> Optional.empty();
            case Owner.Nobody nobody -> Optional.empty();
        });
    }

    public Uni<Optional<Conversation>> leaveQueue(ConversationId id, int epoch, Body.Notice notice) {
        return change(id, epoch, notice, (owner, now) -> switch (owner) {
            case Owner.Queue queue -> Optional.of(queue.giveUpWaiting());
            case Owner.Agent agent -> Optional.empty();
            case Owner.Bot bot -> Optional.empty();
            case Owner.Nobody nobody -> Optional.empty();
        });
    }

    public Uni<Optional<Conversation>> close(ConversationId id, int epoch) {
        return close(id, epoch, "closed", connection -> Uni.createFrom().voidItem());
    }

    /** With the notice {@code closed-by-customer}. */
    public Uni<Optional<Conversation>> closeByCustomer(ConversationId id, int epoch) {
        return close(
                id, epoch, "closed-by-customer", connection -> Uni.createFrom().voidItem());
    }

    /** With the notice {@code joined}. */
    public Uni<Optional<Conversation>> closeJoined(ConversationId id, int epoch) {
        return close(id, epoch, "joined", connection -> Uni.createFrom().voidItem());
    }

    /** Fails with {@code UNSEEN_MESSAGES} when the customer has written after {@code lastSeq}. */
    public Uni<Optional<Conversation>> closeUpTo(ConversationId id, int epoch, long lastSeq) {
        return close(id, epoch, "closed", connection -> UnseenMessages.requireNone(connection, id, lastSeq));
    }

    private Uni<Optional<Conversation>> close(
            ConversationId id, int epoch, String notice, Function<SqlConnection, Uni<Void>> guard) {
        return change(id, epoch, notice(notice), guard, (owner, now) -> switch (owner) {
            case Owner.Bot bot -> Optional.of(new Owner.Nobody());
            case Owner.Queue queue -> Optional.of(new Owner.Nobody());
            case Owner.Agent agent -> Optional.of(new Owner.Nobody());
            case Owner.Nobody nobody -> Optional.empty();
        });
    }

    /** Why a human is wanted for a turn that the bot never finished. */
    public HandoffReason noAnswerInTime() {
        return new HandoffReason(
                HandoffReason.Code.UNANSWERED, messages.text("conversation.reason.no-answer-in-time"), List.of());
    }

    private Body.Notice notice(String code) {
        return notice(code, Map.of());
    }

    private Body.Notice notice(String code, Map<String, String> facts) {
        return new Body.Notice(code, messages.text("conversation.notice." + code, facts), facts);
    }

    /** Empty when the epoch is old or {@code transition} refuses. */
    private Uni<Optional<Conversation>> change(
            ConversationId id, int epoch, Body.Notice notice, Transition transition) {
        return change(id, epoch, notice, connection -> Uni.createFrom().voidItem(), transition);
    }

    /** @param guard fails where the change may not be; the row is locked, so nobody writes meanwhile */
    private Uni<Optional<Conversation>> change(
            ConversationId id,
            int epoch,
            Body.Notice notice,
            Function<SqlConnection, Uni<Void>> guard,
            Transition transition) {
        return database.withTransaction(connection -> lock(connection, id)
                        .call(() -> guard.apply(connection))
                        .chain(locked -> locked.filter(it -> it.conversation().epoch() == epoch)
                                .flatMap(it -> transition
                                        .from(it.conversation().owner(), it.now())
                                        .map(next -> write(connection, it.conversation(), next, notice)))
                                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))))
                .invoke(done -> done.ifPresent(this::committed))
                .map(done -> done.map(Done::after));
    }

    private void committed(Done done) {
        recent.add(done.appended());
        changed.fireAsync(new OwnerChanged(done.before(), done.after())).whenComplete((event, failure) -> {
            if (failure != null) {
                LOG.errorf(
                        failure,
                        "An observer failed on the new owner of %s",
                        done.after().id());
            }
        });
    }

    private Uni<Optional<Locked>> lock(SqlConnection connection, ConversationId id) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(id.value()))
                .map(found -> Transcript.first(found)
                        .map(row -> new Locked(
                                rows.conversation(row),
                                row.getOffsetDateTime("now").toInstant())));
    }

    private Uni<Optional<Done>> write(SqlConnection connection, Conversation before, Owner next, Body.Notice notice) {
        var row = Columns.of(next);
        return connection
                .preparedQuery(CHANGE)
                .execute(Tuple.tuple()
                        .addUUID(before.id().value())
                        .addString(row.owner())
                        .addUUID(row.agent())
                        .addString(row.reason() == null ? null : rows.write(row.reason()))
                        .addInteger(row.priority())
                        .addOffsetDateTime(
                                row.since() == null ? null : row.since().atOffset(ZoneOffset.UTC))
                        .addString(rows.write(notice)))
                .map(found -> Transcript.first(found)
                        .map(it -> new Done(before, new Appended(rows.conversation(it), rows.message(it)))));
    }

    /** An owner as it stands in the row. */
    private record Columns(
            String owner,
            @Nullable UUID agent,
            @Nullable HandoffReason reason,
            int priority,
            @Nullable Instant since) {

        static Columns of(Owner owner) {
            return switch (owner) {
                case Owner.Bot bot -> new Columns("bot", null, null, 0, null);
                case Owner.Queue queue ->
                    new Columns(
                            "queue", null, queue.reason(), queue.reason().code().priority(), queue.since());
                case Owner.Agent agent -> new Columns("agent", agent.id().value(), null, 0, null);
                case Owner.Nobody nobody -> new Columns("nobody", null, null, 0, null);
            };
        }
    }
}
