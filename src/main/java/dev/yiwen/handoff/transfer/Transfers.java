package dev.yiwen.handoff.transfer;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.Owner;
import dev.yiwen.handoff.plan.Plan;
import dev.yiwen.handoff.plan.Plans;
import dev.yiwen.handoff.queue.Handoffs;
import dev.yiwen.handoff.queue.QueueLock;
import dev.yiwen.handoff.queue.StoredJson;
import dev.yiwen.identity.Staff;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Messages;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands conversations on from one agent to a colleague, to a group, or to whoever the plan finds. */
@Singleton
public final class Transfers {
    private static final String MARK = """
            update handoff set transfer = $2::text::jsonb, plan_version = -1, offered_to = null, offer_ends_at = now(),
              passed_by = array[$3]::uuid[]
            where conversation_id = $1 and ended_at is null and assigned_at is null
            """;

    private final QueueLock lock;
    private final Conversations conversations;
    private final Handoffs handoffs;
    private final Plans plans;
    private final Wording wording;

    Transfers(QueueLock lock, Conversations conversations, Handoffs handoffs, Plans plans, Wording wording) {
        this.lock = lock;
        this.conversations = conversations;
        this.handoffs = handoffs;
        this.plans = plans;
        this.wording = wording;
    }

    @Singleton
    record Wording(StoredJson json, Messages messages) {}

    /** Whom a conversation is to reach next; with neither, whoever the plan finds. */
    public record Target(@Nullable StaffId agent, @Nullable String group) {}

    /**
     * The customer goes back to the queue with the place of before, and the note with them. Fails with {@code INVALID} for a
     * call or an unknown group, and with {@code CONFLICT} when the agent does not have the conversation any more.
     */
    public Uni<Conversation> handOn(Conversation conversation, Staff by, Target target, String note) {
        if (conversation.channel() == Channel.VOICE) {
            throw new Problem(Problem.Kind.INVALID, "A call is handed on by telephone.");
        }
        if (target.group() != null
                && plans.current().plan().group(target.group()).isEmpty()) {
            throw new Problem(Problem.Kind.INVALID, "There is no such group.");
        }
        return queue(conversation, by.id(), new Transfer(target.agent(), target.group(), by.name(), note));
    }

    /** A call that the agent has put through to a group, by telephone. */
    public Uni<Conversation> putThrough(Conversation call, Owner.Agent by, String group) {
        var name = plans.current()
                .plan()
                .group(group)
                .map(Plan.Group::name)
                .orElseThrow(() -> new Problem(Problem.Kind.INVALID, "There is no such group."));
        var note = wording.messages().text("handoff.put-through", Map.of("group", name));
        return queue(call, by.id(), new Transfer(null, group, by.name(), note));
    }

    private Uni<Conversation> queue(Conversation conversation, StaffId by, Transfer transfer) {
        return handoffs.lastWait(conversation.id())
                .map(wait -> wait.orElseThrow(Transfers::gone))
                .chain(wait -> conversations.handOn(
                        conversation.id(), conversation.epoch(), withNote(wait, transfer), wait.since()))
                .map(queued -> queued.orElseThrow(Transfers::gone))
                .call(queued -> handoffs.follow(queued.id()))
                // A round of offers under way has not read whom it is for, and would offer it to anybody.
                .call(queued -> lock.alone((transaction, now) -> transaction
                        .preparedQuery(MARK)
                        .execute(Tuple.of(queued.id().value(), wording.json().write(transfer), by.value()))))
                .call(queued -> handoffs.follow(queued.id()));
    }

    /** The note stands wherever the reason does: in the list of those who wait, in the offer and in the packet. */
    private HandoffReason withNote(Owner.Queue wait, Transfer transfer) {
        var words =
                wording.messages().text("handoff.transferred", Map.of("by", transfer.by(), "note", transfer.note()));
        return new HandoffReason(
                wait.reason().code(),
                wait.reason().words() + "；" + words,
                wait.reason().evidence());
    }

    private static Problem gone() {
        return new Problem(Problem.Kind.CONFLICT, "The conversation has changed hands meanwhile; look at it again.");
    }
}
