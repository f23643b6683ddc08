package dev.yiwen.ticket.work;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.EntityStore;
import dev.yiwen.shared.Problem;
import dev.yiwen.ticket.NewTicket;
import dev.yiwen.ticket.TicketEvent.What;
import dev.yiwen.ticket.TicketId;
import dev.yiwen.ticket.deadline.Deadlines;
import dev.yiwen.ticket.kind.FilledFields;
import dev.yiwen.ticket.kind.TicketKinds;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Opens tickets, each origin's once, and starts their deadlines. */
@Singleton
public final class Openings {
    // One at a time for a customer, so that two messages at once do not both find room.
    private static final String LOCK_CUSTOMER = "select cast(pg_advisory_xact_lock(hashtext(:key)) as text)";
    private static final String OPEN_BY_CUSTOMER =
            "select count(*) from TicketRow where customerId = :customer and openedBy is null and state <> RESOLVED";

    private final EntityStore entities;
    private final Deadlines deadlines;

    private final TicketKinds kinds;
    private final FilledFields fields;

    Openings(EntityStore entities, Deadlines deadlines, TicketKinds kinds, FilledFields fields) {
        this.entities = entities;
        this.deadlines = deadlines;
        this.kinds = kinds;
        this.fields = fields;
    }

    /** Fails with {@code INVALID} when the kind is not offered, or its fields are not filled in as they must be. */
    public Uni<TicketId> open(NewTicket fresh) {
        var row = row(fresh);
        return entities.write(session -> openedBefore(session, fresh)
                        .onItem()
                        .ifNull()
                        .switchTo(() -> mayOpen(session, fresh).chain(() -> insert(session, fresh, row))))
                .map(TicketId::of);
    }

    private static Uni<@Nullable UUID> openedBefore(StatelessSession session, NewTicket fresh) {
        if (fresh.origin() == null) {
            return Uni.createFrom().nullItem();
        }
        return session.createNativeQuery(LOCK_CUSTOMER, String.class)
                .setParameter("key", "ticket " + fresh.customer())
                .getSingleResult()
                .chain(() -> session.createQuery("select id from TicketRow where origin = :origin", UUID.class)
                        .setParameter("origin", fresh.origin())
                        .getSingleResultOrNull());
    }

    private Uni<Void> mayOpen(StatelessSession session, NewTicket fresh) {
        if (fresh.openedBy() != null || fresh.customer() == null) {
            return Uni.createFrom().voidItem();
        }
        return session.createQuery(OPEN_BY_CUSTOMER, Long.class)
                .setParameter("customer", fresh.customer().value())
                .getSingleResult()
                .invoke(open -> LockedTicket.require(
                        open < deadlines.openPerCustomer(),
                        Problem.Kind.TOO_MANY_REQUESTS,
                        "This customer has many open tickets already."))
                .replaceWithVoid();
    }

    private Uni<UUID> insert(StatelessSession session, NewTicket fresh, TicketRow row) {
        var mine = new LockedTicket(session, row);
        return customer(session, fresh)
                .invoke(customer -> row.customerId = customer)
                .chain(() -> session.insert(row))
                .chain(() -> mine.run(deadlines))
                .chain(() -> mine.note(EventRow.of(What.OPENED, fresh.openedBy(), null, null)))
                .replaceWith(row.id);
    }

    private TicketRow row(NewTicket fresh) {
        int version = kinds.current().version();
        var kind = kinds.offered(fresh.kind())
                .orElseThrow(() -> new Problem(Problem.Kind.INVALID, "There is no such kind of tickets."));
        var row = new TicketRow();
        row.kind = kind.id().id();
        row.kindsVersion = version;
        // Customers see no fields.
        row.fields = fresh.openedBy() == null ? Map.of() : fields.of(kind, fresh.fields());
        row.title = fresh.title();
        row.details = fresh.details();
        row.contact = fresh.contact();
        row.conversationId = value(fresh.conversation(), ConversationId::value);
        row.openedBy = value(fresh.openedBy(), StaffId::value);
        row.origin = fresh.origin();
        row.priority = fresh.priority();
        return row;
    }

    /** Named, or that of the conversation. */
    private static Uni<@Nullable UUID> customer(StatelessSession session, NewTicket fresh) {
        var conversation = fresh.conversation();
        if (fresh.customer() != null || conversation == null) {
            return Uni.createFrom().item(value(fresh.customer(), CustomerId::value));
        }
        return session.createNativeQuery("select customer_id from conversation where id = :id", UUID.class)
                .setParameter("id", conversation.value())
                .getSingleResultOrNull();
    }

    private static <I> @Nullable UUID value(@Nullable I id, java.util.function.Function<I, UUID> of) {
        return id == null ? null : of.apply(id);
    }
}
