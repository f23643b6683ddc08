package dev.yiwen.ticket;

import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Problem;
import dev.yiwen.ticket.Ticket.Person;
import dev.yiwen.ticket.TicketEvent.What;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * What staff do with tickets. The ticket's row is locked, so of two who take it one gets it; what a ticket allows no more is
 * refused with {@code CONFLICT}. The change and its line of history are committed together.
 */
@Singleton
final class TicketWork {
    private static final String LOCKED = TicketRows.SELECT + " where t.id = $1 for update of t";

    private static final String READ = """
            with read as (update ticket set unread = false where id = $1 and owner_id = $2 and unread returning id)
            select pg_notify('ticket', id::text)::text from read
            """;

    private final Pool database;
    private final Tickets tickets;
    private final Openings openings;
    private final Replies replies;
    private final ConversationAccess access;

    TicketWork(Pool database, Tickets tickets, Openings openings, Replies replies, ConversationAccess access) {
        this.access = access;
        this.database = database;
        this.tickets = tickets;
        this.openings = openings;
        this.replies = replies;
    }

    Uni<Tickets.Whole> change(TicketId id, Staff by, TicketChange change) {
        return database.withTransaction(transaction -> transaction
                        .preparedQuery(LOCKED)
                        .execute(Tuple.of(id.value()))
                        .map(found -> TicketRows.first(found).orElseThrow(Tickets::notFound))
                        .chain(ticket -> apply(new Hand(transaction, ticket, by), change)))
                .chain(() -> tickets.whole(id));
    }

    Uni<Void> read(TicketId id, StaffId owner) {
        return database.preparedQuery(READ)
                .execute(Tuple.of(id.value(), owner.value()))
                .replaceWithVoid();
    }

    /** Who has the locked ticket in hand. */
    private record Hand(SqlConnection transaction, Ticket ticket, Staff by) {

        void mayWork() {
            require(ticket.isOf(by.id()) || by.may(Role.SUPERVISOR), Problem.Kind.FORBIDDEN, "Take the ticket first.");
        }

        void mustBeOpen() {
            require(!ticket.state().isDone(), Problem.Kind.CONFLICT, "The ticket is resolved.");
        }

        Uni<Void> update(String set, @Nullable Object value) {
            return transaction
                    .preparedQuery("update ticket set " + set + " where id = $1")
                    .execute(Tuple.of(ticket.id().value(), value))
                    .replaceWithVoid();
        }

        Uni<Void> note(What what, @Nullable TicketStep step, @Nullable String words) {
            var me = new Person(by.id(), by.name());
            return Openings.note(transaction, ticket.id().value(), TicketEvent.of(what, me, step, words));
        }
    }

    private Uni<Void> apply(Hand hand, TicketChange change) {
        return switch (change) {
            case TicketChange.Take take -> take(hand);
            case TicketChange.Assign assign -> assign(hand, assign.to());
            case TicketChange.Comment comment -> hand.note(What.COMMENTED, null, comment.words());
            case TicketChange.Reply reply -> reply(hand, reply);
            case TicketChange.Meet meet -> meet(hand, meet);
            case TicketChange.Resolve resolve -> resolve(hand, resolve.resolution());
            case TicketChange.Reopen reopen -> reopen(hand, reopen.words());
        };
    }

    private static Uni<Void> take(Hand hand) {
        hand.mustBeOpen();
        if (hand.ticket().isOf(hand.by().id())) {
            return Uni.createFrom().voidItem();
        }
        require(hand.ticket().owner() == null, Problem.Kind.CONFLICT, "A colleague has the ticket.");
        return give(hand, hand.by().id(), hand.by().id()).chain(() -> hand.note(What.TAKEN, null, null));
    }

    private Uni<Void> assign(Hand hand, StaffId to) {
        hand.mustBeOpen();
        hand.mayWork();
        if (hand.ticket().isOf(to)) {
            return Uni.createFrom().voidItem();
        }
        return name(hand.transaction(), to)
                .chain(name -> giver(hand, to)
                        .chain(giver -> give(hand, to, giver))
                        .chain(() -> hand.note(What.ASSIGNED, null, name)));
    }

    /** What its owner may read follows from who gave it. */
    private static Uni<Void> give(Hand hand, StaffId to, StaffId giver) {
        return hand.update("owner_id = $2, state = 'IN_PROGRESS'", to.value())
                .chain(() -> hand.update("given_by = $2", giver.value()));
    }

    /** Nobody passes on a right that they do not have: what they give is as if the other had taken it. */
    private Uni<StaffId> giver(Hand hand, StaffId to) {
        var conversation = hand.ticket().conversationId();
        var me = hand.by().id();
        return conversation == null
                ? Uni.createFrom().item(me)
                : access.requireReadable(conversation, hand.by())
                        .replaceWith(me)
                        .onFailure(Problem.class)
                        .recoverWithItem(to);
    }

    private static Uni<Void> meet(Hand hand, TicketChange.Meet meet) {
        hand.mustBeOpen();
        hand.mayWork();
        require(hand.ticket().isStillToDo(meet.step()), Problem.Kind.CONFLICT, "That is done already.");
        return hand.transaction()
                .preparedQuery("update ticket_step set met_at = now() where ticket_id = $1 and step = $2")
                .execute(Tuple.of(hand.ticket().id().value(), meet.step().name()))
                .chain(() -> hand.note(What.STEP_MET, meet.step(), meet.words()));
    }

    /** Told last, so that what fails before leaves the customer without half a reply. */
    private Uni<Void> reply(Hand hand, TicketChange.Reply reply) {
        hand.mayWork();
        var customer = hand.ticket().customer();
        if (customer == null) {
            throw new Problem(Problem.Kind.CONFLICT, "The ticket is of no customer who could read it.");
        }
        return hand.transaction()
                .preparedQuery(
                        "update ticket_step set met_at = now() where ticket_id = $1 and step = $2 and met_at is null")
                .execute(Tuple.of(hand.ticket().id().value(), TicketStep.RESPOND.name()))
                .chain(() ->
                        reply.waits() ? waitForCustomer(hand) : Uni.createFrom().voidItem())
                .chain(() -> hand.note(What.REPLIED, null, reply.words()))
                .chain(() -> replies.tell(
                        CustomerId.of(customer.id()),
                        hand.ticket().number(),
                        hand.by().id(),
                        reply.words()));
    }

    private static Uni<Void> waitForCustomer(Hand hand) {
        hand.mustBeOpen();
        require(hand.ticket().owner() != null, Problem.Kind.CONFLICT, "Nobody has the ticket who could wait.");
        return hand.update("state = $2", TicketState.WAITING.name());
    }

    /** Nothing is due any more; a deadline that had passed shows that it was met late. */
    private Uni<Void> resolve(Hand hand, String resolution) {
        hand.mustBeOpen();
        hand.mayWork();
        return hand.update("resolution = $2, state = 'RESOLVED', resolved_at = now()", resolution)
                .chain(() -> hand.transaction()
                        .preparedQuery("update ticket_step set met_at = now() where ticket_id = $1 and met_at is null")
                        .execute(Tuple.of(hand.ticket().id().value())))
                .chain(() -> hand.note(What.RESOLVED, null, resolution))
                .chain(() -> replies.resolved(hand.ticket()));
    }

    private Uni<Void> reopen(Hand hand, String words) {
        require(hand.ticket().state().isDone(), Problem.Kind.CONFLICT, "The ticket is not resolved.");
        return hand.update(
                        "resolution = null, resolved_at = null,"
                                + " state = case when owner_id is null then 'OPEN' else $2 end",
                        TicketState.IN_PROGRESS.name())
                .chain(() -> hand.update("given_by = $2", hand.by().id().value()))
                .chain(() -> openings.runSteps(
                        hand.transaction(),
                        hand.ticket().id().value(),
                        hand.ticket().kind()))
                .chain(() -> hand.note(What.REOPENED, null, words));
    }

    private static Uni<String> name(SqlConnection transaction, StaffId staff) {
        return transaction
                .preparedQuery(
                        "select name from staff where id = $1 and active and roles && '{AGENT,SUPERVISOR,ADMIN}'")
                .execute(Tuple.of(staff.value()))
                .map(rows -> {
                    require(rows.size() > 0, Problem.Kind.NOT_FOUND, "There is nobody to give it to by that id.");
                    return rows.iterator().next().getString("name");
                });
    }

    private static void require(boolean holds, Problem.Kind otherwise, String words) {
        if (!holds) {
            throw new Problem(otherwise, words);
        }
    }
}
