package dev.yiwen.handoff.desk;

import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Owner;
import dev.yiwen.handoff.queue.Handoffs;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.Staff;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Problem;
import dev.yiwen.ticket.ConversationAccess;
import dev.yiwen.ticket.Tickets;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Which conversations a member of staff may see: who reads all, all; agents those that wait, their own, those they had once
 * they are over, the earlier ones of a customer whom they serve now, and those of tickets that the customer opened or that
 * somebody else gave them. Who asks again when something changed learns that the right is gone.
 */
@Singleton
final class MayRead implements ConversationAccess {
    private static final int LOOKED_AT = 50;
    /** To write down how it ended; then it belongs to the past. */
    private static final Duration WRAP_UP = Duration.ofDays(1);

    private final Conversations conversations;
    private final Handoffs handoffs;
    private final Tickets tickets;
    private final AuditLog log;

    MayRead(Conversations conversations, Handoffs handoffs, Tickets tickets, AuditLog log) {
        this.log = log;
        this.conversations = conversations;
        this.handoffs = handoffs;
        this.tickets = tickets;
    }

    /** Fails with {@code NOT_FOUND}, or with {@code FORBIDDEN}. */
    Uni<Conversation> load(ConversationId id, Staff staff) {
        return conversations.load(id).call(it -> may(it, staff).invoke(MayRead::require));
    }

    /** As {@link #load}, to follow it from now on; that somebody watches what another agent has is written down. */
    Uni<Conversation> watch(ConversationId id, Staff staff) {
        return load(id, staff)
                .call(it -> it.owner() instanceof Owner.Agent && !isOf(it, staff.id())
                        ? log.append(new AuditEvent(
                                AuditKind.WATCH_BEGUN, staff.id().value(), "conversation:" + id.value(), Map.of()))
                        : Uni.createFrom().voidItem());
    }

    @Override
    public Uni<Void> requireReadable(ConversationId id, Staff staff) {
        return load(id, staff).replaceWithVoid();
    }

    /** For what only its agent, or a supervisor, may do. */
    Uni<Conversation> loadOwn(ConversationId id, Staff staff) {
        return conversations.load(id).invoke(it -> require(isOf(it, staff.id()) || staff.may(Right.SUPERVISE)));
    }

    /** As {@link #loadOwn}; or one that has just ended with this agent: the telephone closes calls by itself. */
    Uni<Conversation> loadServed(ConversationId id, Staff staff) {
        return conversations.load(id).call(it -> served(it, staff).invoke(MayRead::require));
    }

    /** To learn what is masked: of one's own work, or of all that one may read. */
    Uni<Conversation> loadRevealed(ConversationId id, Staff staff) {
        return staff.may(Right.REVEAL)
                ? load(id, staff)
                : conversations.load(id).call(it -> servedAlone(it, staff).invoke(MayRead::require));
    }

    private Uni<Boolean> servedAlone(Conversation it, Staff staff) {
        return endedLately(it)
                ? handoffs.lastServedBy(it.id(), staff.id())
                : Uni.createFrom().item(isOf(it, staff.id()));
    }

    private Uni<Boolean> served(Conversation it, Staff staff) {
        return staff.may(Right.SUPERVISE) ? Uni.createFrom().item(true) : servedAlone(it, staff);
    }

    private static boolean endedLately(Conversation it) {
        return it.owner() instanceof Owner.Nobody
                && it.closedAt() != null
                && it.closedAt().isAfter(Instant.now().minus(WRAP_UP));
    }

    static boolean isOf(Conversation conversation, StaffId agent) {
        return conversation.owner() instanceof Owner.Agent owner && owner.id().equals(agent);
    }

    /** Whether nothing needs to be looked up to say yes. */
    static boolean clearly(Conversation it, Staff staff) {
        return staff.may(Right.READ_ALL)
                || it.owner() instanceof Owner.Queue && staff.may(Right.ANSWER)
                || isOf(it, staff.id());
    }

    Uni<Boolean> may(Conversation it, Staff staff) {
        if (clearly(it, staff)) {
            return Uni.createFrom().item(true);
        }
        var had = it.owner() instanceof Owner.Nobody
                ? handoffs.servedBy(it.id(), staff.id())
                : Uni.createFrom().item(false);
        return had.chain(served -> served ? Uni.createFrom().item(true) : followsUp(it, staff.id()));
    }

    private Uni<Boolean> followsUp(Conversation it, StaffId agent) {
        return tickets.areOf(agent, it.id()).chain(has -> has ? Uni.createFrom().item(true) : serves(it, agent));
    }

    private Uni<Boolean> serves(Conversation earlier, StaffId agent) {
        return conversations.ofCustomer(earlier.customer(), LOOKED_AT).map(all -> mayBeServed(all, agent));
    }

    private static boolean mayBeServed(List<Conversation> ofCustomer, StaffId agent) {
        return ofCustomer.stream().anyMatch(it -> it.owner() instanceof Owner.Queue || isOf(it, agent));
    }

    private static void require(boolean may) {
        if (!may) {
            throw new Problem(Problem.Kind.FORBIDDEN, "This conversation is not yours.");
        }
    }
}
