package dev.yiwen.handoff.queue;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.CustomerMessageCommitted;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.Owner;
import dev.yiwen.triage.Triage;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/** Customers in danger: whoever says so while waiting goes to the front, and no agent keeps one in silence. */
@Singleton
public final class Emergencies {
    private static final Logger LOG = Logger.getLogger(Emergencies.class);

    /** Whoever types is at work, for so many times as long as one may be silent. */
    private static final int TYPING_COUNTS = 2;

    private static final String RAISE = """
            update handoff set reason = $2::text::jsonb, priority = $3, urgent_at = now(), plan_version = -1,
              passed_by = '{}'
            where conversation_id = $1 and ended_at is null and reason ->> 'code' <> 'URGENT'
            """;

    private static final String SILENT = """
            select h.conversation_id from handoff h join conversation c on c.id = h.conversation_id
            where h.ended_at is null and h.urgent_at is not null and c.owner = 'agent' and c.agent_id = h.agent_id
              and c.channel <> $2
              and greatest(h.urgent_at, h.assigned_at, case when h.typed_at is not null
                then least(h.typed_at, greatest(h.urgent_at, h.assigned_at) + %d * $1::float8 * interval '1 second') end)
                < now() - $1::float8 * interval '1 second'
              and not exists (select from message m where m.conversation_id = c.id and m.author = 'agent'
                and not m.body ? 'ticket'
                and m.at > greatest(h.urgent_at, h.assigned_at))
            """.formatted(TYPING_COUNTS);

    private static final String TYPED = """
            update handoff set typed_at = now()
            where conversation_id = $1 and ended_at is null and urgent_at is not null
              and (typed_at is null or typed_at < now() - interval '5 seconds')
            """;

    private final Pool database;
    private final Conversations conversations;
    private final Handoffs handoffs;
    private final Reading reading;
    private final EmergencyConfig config;

    Emergencies(
            Pool database, Conversations conversations, Handoffs handoffs, Reading reading, EmergencyConfig config) {
        this.database = database;
        this.conversations = conversations;
        this.handoffs = handoffs;
        this.reading = reading;
        this.config = config;
    }

    @Singleton
    record Reading(Triage triage, StoredJson json) {}

    /** Of a message that the bot is asked, its turn hands over. */
    void onCustomerMessage(@ObservesAsync CustomerMessageCommitted committed) {
        var conversation = committed.conversation();
        if (conversation.owner() instanceof Owner.Bot || conversation.owner() instanceof Owner.Nobody) {
            return;
        }
        reading.triage()
                .danger(committed.message())
                .ifPresent(reason -> raise(conversation.id(), reason)
                        .subscribe()
                        .with(
                                done -> {},
                                failure -> LOG.errorf(
                                        failure,
                                        "The danger in %s is not raised",
                                        conversation.id().value())));
    }

    Uni<Void> raise(ConversationId id, HandoffReason reason) {
        return database.preparedQuery(RAISE)
                .execute(Tuple.of(id.value(), reading.json().write(reason), (short)
                        reason.code().priority()))
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : conversations.giveReason(id, reason).chain(() -> handoffs.follow(id)));
    }

    /** The agent who has it is writing an answer. */
    public Uni<Void> typing(ConversationId id) {
        return database.preparedQuery(TYPED).execute(Tuple.of(id.value())).replaceWithVoid();
    }

    /** Those whose agents say nothing go back to the front of the queue, and to somebody else. */
    public Uni<Void> takeFromTheSilent() {
        return database.preparedQuery(SILENT)
                .execute(Tuple.of(config.answerWithin().toMillis() / 1000.0, Channel.VOICE.name()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("conversation_id"))
                        .toList())
                .chain(this::takeAll);
    }

    private Uni<Void> takeAll(List<UUID> silent) {
        return Multi.createFrom()
                .iterable(silent)
                .onItem()
                .transformToUniAndConcatenate(
                        id -> conversations.load(ConversationId.of(id)).chain(this::take))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> take(Conversation from) {
        if (!(from.owner() instanceof Owner.Agent)) {
            return Uni.createFrom().voidItem();
        }
        return handoffs.lastWait(from.id())
                .chain(wait -> wait.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : conversations
                                .requeueUrgent(
                                        from.id(),
                                        from.epoch(),
                                        wait.get().reason(),
                                        wait.get().since())
                                .chain(() -> handoffs.follow(from.id())));
    }
}
