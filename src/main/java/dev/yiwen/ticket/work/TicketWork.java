package dev.yiwen.ticket.work;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.RolesWith;
import dev.yiwen.identity.Staff;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.EntityStore;
import dev.yiwen.shared.Problem;
import dev.yiwen.ticket.ConversationAccess;
import dev.yiwen.ticket.TicketEvent.What;
import dev.yiwen.ticket.TicketId;
import dev.yiwen.ticket.TicketPriority;
import dev.yiwen.ticket.TicketStep;
import dev.yiwen.ticket.Tickets;
import dev.yiwen.ticket.deadline.Deadlines;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * What staff do with tickets. Of two who take one, one gets it; what a ticket allows no more is refused with {@code CONFLICT}.
 * The change and its line of history are committed together.
 */
@Singleton
public final class TicketWork {
    private static final String CAN_HAVE_IT =
            "select name from staff where id = :id and active and roles && " + RolesWith.sql(Right.TICKETS);

    private final EntityStore entities;
    private final Tickets tickets;
    private final Deadlines deadlines;
    private final Replies replies;
    private final ConversationAccess access;
    private final Merges merges;

    TicketWork(
            EntityStore entities,
            Tickets tickets,
            Deadlines deadlines,
            Replies replies,
            ConversationAccess access,
            Merges merges) {
        this.entities = entities;
        this.tickets = tickets;
        this.deadlines = deadlines;
        this.replies = replies;
        this.access = access;
        this.merges = merges;
    }

    public Uni<Tickets.Whole> change(TicketId id, Staff by, TicketChange change) {
        return apply(id, by, change).chain(() -> tickets.whole(id));
    }

    public Uni<Void> apply(TicketId id, Staff by, TicketChange change) {
        return switch (change) {
            case TicketChange.Merge merge -> entities.write(session -> merges.merge(session, id, by, merge));
            case TicketChange.Split split -> entities.write(session -> merges.split(session, id, by));
            case TicketChange.OfOne one -> apply(id, by, one);
        };
    }

    private Uni<Void> apply(TicketId id, Staff by, TicketChange.OfOne change) {
        return entities.write(session -> LockedTicket.of(session, id.value())
                .chain(ticket -> ticket.settle(deadlines).replaceWith(ticket))
                .chain(ticket -> apply(new Hand(ticket, ticket.row(), by), change)));
    }

    Uni<Void> read(TicketId id, StaffId owner) {
        return entities.write(session -> session.createMutationQuery(
                        "update TicketRow set unread = false where id = :id and ownerId = :owner and unread")
                .setParameter("id", id.value())
                .setParameter("owner", owner.value())
                .executeUpdate()
                .chain(read -> read == 0 ? done() : LockedTicket.tell(session, id.value())));
    }

    /** Who has the locked ticket in hand. */
    private record Hand(LockedTicket ticket, TicketRow row, Staff by) {

        void mayWork() {
            Refusal.NOT_YOURS.unless(row.isOf(by.id()) || by.may(Right.SUPERVISE));
        }

        Uni<Void> note(What what, @Nullable TicketStep step, @Nullable String words) {
            return ticket.note(EventRow.of(what, by.id(), step, words));
        }
    }

    private Uni<Void> apply(Hand hand, TicketChange.OfOne change) {
        Refusal.MERGED.unless(hand.row().mergedInto == null || change instanceof TicketChange.Comment);
        return switch (change) {
            case TicketChange.Take take -> take(hand);
            case TicketChange.Assign assign -> assign(hand, assign.to());
            case TicketChange.Release release -> release(hand);
            case TicketChange.Prioritise prioritise -> prioritise(hand, prioritise.priority());
            case TicketChange.Comment comment -> comment(hand, comment);
            case TicketChange.Reply reply -> reply(hand, reply);
            case TicketChange.Meet meet -> meet(hand, meet);
            case TicketChange.Resolve resolve -> resolve(hand, resolve.resolution());
            case TicketChange.Reopen reopen -> reopen(hand, reopen.words());
        };
    }

    private static Uni<Void> take(Hand hand) {
        hand.ticket().mustBeOpen();
        var me = hand.by().id();
        if (hand.row().isOf(me)) {
            return done();
        }
        Refusal.OWNED.unless(hand.row().ownerId == null);
        hand.row().give(me, me);
        return hand.ticket().save().chain(() -> hand.note(What.TAKEN, null, null));
    }

    private Uni<Void> assign(Hand hand, StaffId to) {
        hand.ticket().mustBeOpen();
        hand.mayWork();
        if (hand.row().isOf(to)) {
            return done();
        }
        return name(hand, to)
                .chain(name -> giver(hand, to)
                        .invoke(giver -> hand.row().give(to, giver))
                        .chain(hand.ticket()::save)
                        .chain(() -> hand.note(What.ASSIGNED, null, name)));
    }

    private static Uni<Void> comment(Hand hand, TicketChange.Comment comment) {
        return hand.ticket()
                .attach(comment.files())
                .chain(files -> hand.ticket()
                        .note(EventRow.of(What.COMMENTED, hand.by().id(), null, comment.words())
                                .with(files)));
    }

    private static Uni<Void> release(Hand hand) {
        hand.ticket().mustBeOpen();
        hand.mayWork();
        if (hand.row().ownerId == null) {
            return done();
        }
        hand.row().release();
        return hand.ticket().save().chain(() -> hand.note(What.RELEASED, null, null));
    }

    /** By whoever works on it, and by anybody while it is nobody's. */
    private static Uni<Void> prioritise(Hand hand, TicketPriority priority) {
        hand.ticket().mustBeOpen();
        if (hand.row().ownerId != null) {
            hand.mayWork();
        }
        if (hand.row().priority == priority) {
            return done();
        }
        hand.row().priority = priority;
        return hand.ticket().save().chain(() -> hand.note(What.PRIORITY, null, priority.name()));
    }

    /** Nobody passes on a right that they do not have: what they give is as if the other had taken it. */
    private Uni<StaffId> giver(Hand hand, StaffId to) {
        var conversation = hand.row().conversationId;
        var me = hand.by().id();
        return conversation == null
                ? Uni.createFrom().item(me)
                : access.requireReadable(ConversationId.of(conversation), hand.by())
                        .replaceWith(me)
                        .onFailure(Problem.class)
                        .recoverWithItem(to);
    }

    private static Uni<Void> meet(Hand hand, TicketChange.Meet meet) {
        hand.ticket().mustBeOpen();
        hand.mayWork();
        return hand.ticket()
                .meet(meet.step())
                .invoke(met -> Refusal.STEP_DONE.unless(met > 0))
                .chain(() -> hand.note(What.STEP_MET, meet.step(), meet.words()));
    }

    /**
     * Told last, so that what fails before leaves the customer without half a reply; told and not committed, it is told once
     * when it is sent again.
     */
    private Uni<Void> reply(Hand hand, TicketChange.Reply reply) {
        hand.mayWork();
        var customer = hand.row().customerId;
        if (customer == null) {
            throw Refusal.NO_CUSTOMER.problem();
        }
        return hand.ticket()
                .unlessSentBefore(
                        reply.sentAs(),
                        () -> (reply.waits() ? waitForCustomer(hand) : done())
                                .chain(() -> hand.ticket().meet(TicketStep.RESPOND))
                                .chain(() -> hand.ticket().attach(reply.files()))
                                .chain(files -> hand.ticket()
                                        .note(EventRow.replied(hand.by().id(), reply.words(), reply.sentAs())
                                                .with(files)))
                                .chain(() -> replies.tell(
                                        CustomerId.of(customer),
                                        hand.row().number,
                                        hand.by().id(),
                                        reply)));
    }

    private static Uni<Void> waitForCustomer(Hand hand) {
        hand.ticket().mustBeOpen();
        Refusal.UNOWNED.unless(hand.row().ownerId != null);
        return hand.ticket().now().invoke(hand.row()::waitFromNow).chain(hand.ticket()::save);
    }

    /** Nothing is due any more; a deadline that had passed shows that it was met late. */
    private Uni<Void> resolve(Hand hand, String resolution) {
        hand.ticket().mustBeOpen();
        hand.mayWork();
        return hand.ticket()
                .now()
                .invoke(now -> hand.row().resolve(resolution, now))
                .chain(hand.ticket()::save)
                .chain(() -> hand.ticket().meet(null))
                .chain(() -> hand.note(What.RESOLVED, null, resolution))
                .chain(() -> replies.resolved(hand.row()));
    }

    private Uni<Void> reopen(Hand hand, String words) {
        Refusal.NOT_RESOLVED.unless(hand.row().state.isDone());
        hand.row().reopen();
        hand.row().givenBy = hand.by().id().value();
        return hand.ticket()
                .save()
                .chain(() -> hand.ticket().run(deadlines))
                .chain(() -> hand.note(What.REOPENED, null, words));
    }

    private static Uni<String> name(Hand hand, StaffId staff) {
        return hand.ticket()
                .session()
                .createNativeQuery(CAN_HAVE_IT, String.class)
                .setParameter("id", staff.value())
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(Refusal.NO_ASSIGNEE::problem);
    }

    private static Uni<Void> done() {
        return Uni.createFrom().voidItem();
    }
}
