package dev.yiwen.ticket.work;

import dev.yiwen.identity.Right;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Messages;
import dev.yiwen.ticket.TicketEvent.What;
import dev.yiwen.ticket.TicketId;
import dev.yiwen.ticket.Tickets;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/**
 * Two tickets about one thing become one: the other is done and points to it, and its history is seen there. They can be parted
 * as long as nothing has happened to either.
 */
@Singleton
final class Merges {
    /** Those that stood still to do are done with the ticket, and at its time. */
    private static final String UNMEET = "update StepRow set metAt = null where ticketId = :ticket and metAt >= :at";

    private static final String LAST = "select what from EventRow where ticketId = :ticket order by id desc limit 1";

    private final Messages messages;

    Merges(Messages messages) {
        this.messages = messages;
    }

    /** The one that both are in the hands of; locked in the order of their ids, so that two who merge crosswise wait. */
    private record Pair(LockedTicket gone, LockedTicket stays) {
        void mayWork(Staff by) {
            for (var row : List.of(gone.row(), stays.row())) {
                Refusal.NOT_YOURS.unless(row.isOf(by.id()) || by.may(Right.SUPERVISE));
            }
        }
    }

    Uni<Void> merge(StatelessSession session, TicketId id, Staff by, TicketChange.Merge merge) {
        return session.createQuery("select id from TicketRow where number = :number", UUID.class)
                .setParameter("number", merge.into())
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(Tickets::notFound)
                .invoke(into -> Refusal.ITSELF.unless(!into.equals(id.value())))
                .chain(into -> locked(session, id.value(), into))
                .chain(pair -> merge(pair, by, merge.words()));
    }

    Uni<Void> split(StatelessSession session, TicketId id, Staff by) {
        return session.createQuery("select mergedInto from TicketRow where id = :id", UUID.class)
                .setParameter("id", id.value())
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(Refusal.NOT_MERGED::problem)
                .chain(into -> locked(session, id.value(), into))
                .chain(pair -> split(pair, by));
    }

    private Uni<Void> merge(Pair pair, Staff by, String words) {
        var gone = pair.gone().row();
        var stays = pair.stays().row();
        pair.mayWork(by);
        Refusal.MERGED.unless(gone.mergedInto == null && stays.mergedInto == null);
        pair.gone().mustBeOpen();
        pair.stays().mustBeOpen();
        Refusal.REASON_MISSING.unless(
                !words.isEmpty() || gone.customerId != null && Objects.equals(gone.customerId, stays.customerId));
        var said = messages.text("ticket.merged", Map.of("number", Long.toString(stays.number)));
        return pair.gone()
                .now()
                .invoke(now -> gone.merge(stays.id, words.isEmpty() ? said : said + "：" + words, now))
                .chain(pair.gone()::save)
                .chain(() -> pair.gone().meet(null))
                .chain(() -> note(pair.gone(), What.MERGED, by, stays.number))
                .chain(() -> note(pair.stays(), What.ABSORBED, by, gone.number));
    }

    private static Uni<Void> split(Pair pair, Staff by) {
        var gone = pair.gone().row();
        pair.mayWork(by);
        Refusal.NOT_MERGED.unless(gone.mergedInto != null);
        var at = Objects.requireNonNull(gone.resolvedAt);
        return last(pair.gone())
                .invoke(what -> Refusal.HAPPENED_SINCE.unless(what == What.MERGED))
                .chain(() -> last(pair.stays()))
                .invoke(what -> Refusal.HAPPENED_SINCE.unless(what == What.ABSORBED))
                .invoke(() -> gone.split())
                .chain(pair.gone()::save)
                .chain(() -> unmeet(pair.gone(), at))
                .chain(() -> note(pair.gone(), What.SPLIT, by, pair.stays().row().number))
                .chain(() -> note(pair.stays(), What.SPLIT, by, gone.number));
    }

    private static Uni<Integer> unmeet(LockedTicket ticket, Instant at) {
        return ticket.session()
                .createMutationQuery(UNMEET)
                .setParameter("ticket", ticket.row().id)
                .setParameter("at", at)
                .executeUpdate();
    }

    private static Uni<What> last(LockedTicket ticket) {
        return ticket.session()
                .createQuery(LAST, What.class)
                .setParameter("ticket", ticket.row().id)
                .getSingleResult();
    }

    private static Uni<Void> note(LockedTicket ticket, What what, Staff by, long other) {
        return ticket.note(EventRow.of(what, by.id(), null, Long.toString(other)));
    }

    private static Uni<Pair> locked(StatelessSession session, UUID gone, UUID stays) {
        var first = gone.compareTo(stays) < 0 ? gone : stays;
        var second = first.equals(gone) ? stays : gone;
        return LockedTicket.of(session, first)
                .chain(one -> LockedTicket.of(session, second)
                        .map(other -> first.equals(gone) ? new Pair(one, other) : new Pair(other, one)));
    }
}
