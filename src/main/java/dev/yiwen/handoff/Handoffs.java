package dev.yiwen.handoff;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.Owner;
import dev.yiwen.conversation.OwnerChanged;
import dev.yiwen.identity.StaffId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The rows of handoffs, which follow the owners of their conversations. */
@Singleton
public final class Handoffs {
    private static final Logger LOG = Logger.getLogger(Handoffs.class);

    /** Works from the conversations' rows alone, so it may run twice, late, or on another instance. */
    private static final String FOLLOW = """
            with entered as (
              insert into handoff (conversation_id, epoch, reason, priority, requested_at)
              select id, epoch, reason, priority, queued_at from conversation
              where owner = 'queue' and ($1::uuid is null or id = $1)
              on conflict do nothing
              returning conversation_id
            ), assigned as (
              update handoff h set agent_id = c.agent_id, assigned_at = now(), offered_to = null
              from conversation c
              where c.id = h.conversation_id and c.owner = 'agent' and c.epoch = h.epoch + 1
                and h.agent_id is null and h.ended_at is null and ($1::uuid is null or c.id = $1)
              returning h.conversation_id, h.agent_id
            ), ended as (
              update handoff h set ended_at = now(), offered_to = null
              from conversation c
              where c.id = h.conversation_id and h.ended_at is null and ($1::uuid is null or c.id = $1)
                and (c.owner in ('bot', 'nobody') or (c.owner = 'queue' and c.epoch > h.epoch) or c.epoch > h.epoch + 1)
              returning h.conversation_id
            ), busy as (
              update presence p set idle_since = now() from assigned where p.staff_id = assigned.agent_id
            )
            select (select count(*) from entered) + (select count(*) from assigned) + (select count(*) from ended)
            """;

    private final Pool database;
    private final StoredJson json;

    Handoffs(Pool database, StoredJson json) {
        this.database = database;
        this.json = json;
    }

    void follow(@ObservesAsync OwnerChanged change) {
        follow(change.after().id())
                .subscribe()
                .with(done -> {}, e -> LOG.error("A handoff could not follow its conversation; the sweep will", e));
    }

    Uni<Void> follow(ConversationId conversation) {
        return followed(conversation).replaceWithVoid();
    }

    /** Makes up for changes whose instance died before it could follow; how many there were. */
    Uni<Long> followAll() {
        return followed(null);
    }

    private Uni<Long> followed(@Nullable ConversationId conversation) {
        return database.preparedQuery(FOLLOW)
                .execute(Tuple.of(conversation == null ? null : conversation.value()))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** Notes how a conversation ends, before it is closed. */
    public Uni<Void> conclude(ConversationId conversation, @Nullable String disposition, @Nullable String notes) {
        return database.preparedQuery("""
                        update handoff set disposition = $2, notes = $3 where (conversation_id, epoch) =
                          (select conversation_id, max(epoch) from handoff where conversation_id = $1 group by 1)
                        """)
                .execute(Tuple.of(conversation.value(), disposition, notes))
                .replaceWithVoid();
    }

    /** Why and since when the customer wanted the human whom they were given last. */
    Uni<Optional<Owner.Queue>> lastWait(ConversationId conversation) {
        return database.preparedQuery("""
                        select reason::text, requested_at from handoff
                        where conversation_id = $1 order by epoch desc limit 1
                        """)
                .execute(Tuple.of(conversation.value()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(wait(rows.iterator().next())));
    }

    private Owner.Queue wait(Row row) {
        return new Owner.Queue(
                json.read(row.getString("reason"), HandoffReason.class),
                row.getOffsetDateTime("requested_at").toInstant());
    }

    /** Whether that agent had the conversation once. */
    public Uni<Boolean> servedBy(ConversationId conversation, StaffId agent) {
        return database.preparedQuery(
                        "select exists (select 1 from handoff where conversation_id = $1 and agent_id = $2)")
                .execute(Tuple.of(conversation.value(), agent.value()))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }
}
