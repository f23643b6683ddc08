package dev.yiwen.handoff.queue;

import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.CustomerMessageCommitted;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.conversation.Owner;
import dev.yiwen.handoff.plan.Plans;
import dev.yiwen.triage.Triage;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Whoever says while waiting what would have placed them higher, a complaint or anger or a word of a rule, is placed higher;
 * never lower. Danger is for {@link Emergencies}.
 */
@Singleton
final class WordsWhileWaiting {
    private static final Logger LOG = Logger.getLogger(WordsWhileWaiting.class);
    private static final int LOOKED_BACK = 60;

    private static final String RAISE = """
            update handoff set reason = $2::text::jsonb, priority = $3
            where conversation_id = $1 and ended_at is null and assigned_at is null and priority < $3
            """;
    private static final String PLACE_AGAIN = """
            update handoff set plan_version = %d
            where conversation_id = $1 and ended_at is null and assigned_at is null and (wanted ->> 'points')::int < $2
            """.formatted(Placement.ONLY_HIGHER);

    private final Pool database;
    private final Conversations conversations;
    private final Handoffs handoffs;
    private final Reading reading;
    private final Placement placement;

    WordsWhileWaiting(
            Pool database, Conversations conversations, Handoffs handoffs, Reading reading, Placement placement) {
        this.database = database;
        this.conversations = conversations;
        this.handoffs = handoffs;
        this.reading = reading;
        this.placement = placement;
    }

    /** What words mean for the place. */
    @Singleton
    record Reading(Triage triage, Plans plans, StoredJson json) {}

    void onCustomerMessage(@ObservesAsync CustomerMessageCommitted committed) {
        var conversation = committed.conversation();
        if (!(conversation.owner() instanceof Owner.Queue)) {
            return;
        }
        read(conversation, committed.message().seq())
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.errorf(
                                failure,
                                "What was said in %s while waiting has no effect",
                                conversation.id().value()));
    }

    private Uni<Void> read(Conversation waiting, long said) {
        return conversations
                .messagesAfter(waiting.id(), Math.max(0, said - LOOKED_BACK), LOOKED_BACK)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(transcript -> reading.triage().read(transcript).handoff())
                .chain(reason -> reason.filter(it -> it.code() != Code.URGENT)
                        .map(it -> raise(waiting.id(), it))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(() -> placeAgain(waiting.id()));
    }

    private Uni<Void> raise(ConversationId id, HandoffReason reason) {
        return database.preparedQuery(RAISE)
                .execute(Tuple.of(id.value(), reading.json().write(reason), (short)
                        reason.code().priority()))
                .chain(rows ->
                        rows.rowCount() == 0 ? Uni.createFrom().voidItem() : conversations.giveReason(id, reason));
    }

    private Uni<Void> placeAgain(ConversationId id) {
        return placement
                .situation(id.value())
                .onItem()
                .ifNotNull()
                .transformToUni(it -> database.preparedQuery(PLACE_AGAIN)
                        .execute(Tuple.of(
                                id.value(),
                                reading.plans().current().plan().wantedIn(it).points()))
                        .chain(rows -> rows.rowCount() == 0 ? Uni.createFrom().voidItem() : handoffs.follow(id)));
    }
}
