package dev.yiwen.ticket;

import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import dev.yiwen.ticket.Ticket.Due;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Opens tickets, each origin's once, and starts their deadlines. */
@Singleton
final class Openings {
    private static final String BY_ORIGIN = TicketRows.SELECT + " where t.origin = $1";

    // One at a time for a customer, so that two messages at once do not both find room.
    private static final String LOCK_CUSTOMER = "select pg_advisory_xact_lock(hashtext($1))";
    private static final String OPEN_BY_CUSTOMER = """
            select count(*) from ticket where customer_id = $1 and opened_by is null and state <> 'RESOLVED'
            """;
    private static final String INSERT = """
            insert into ticket (id, kind, title, details, contact, customer_id, conversation_id, opened_by, origin)
            values ($1, $2, $3, $4, $5, coalesce($6, (select customer_id from conversation where id = $7)), $7, $8, $9)
            """;

    private static final String RUN = """
            insert into ticket_step (ticket_id, step, warn_at, due_at, working)
            select $1, s.* from unnest($2::text[], $3::timestamptz[], $4::timestamptz[], $5::boolean[]) as s
            on conflict (ticket_id, step) do update set warn_at = excluded.warn_at, due_at = excluded.due_at,
              working = excluded.working, met_at = null, warned_at = null, overdue_at = null
            """;

    private final Pool database;
    private final Deadlines deadlines;

    Openings(Pool database, Deadlines deadlines) {
        this.database = database;
        this.deadlines = deadlines;
    }

    Uni<Ticket> open(NewTicket fresh) {
        return database.withTransaction(transaction -> openedBefore(transaction, fresh)
                .chain(before -> before.map(it -> Uni.createFrom().item(it))
                        .orElseGet(() -> mayOpen(transaction, fresh).chain(() -> insert(transaction, fresh)))));
    }

    /** The steps from now on, by the database's clock; of a ticket that has them already they run anew. */
    Uni<Void> runSteps(SqlConnection transaction, UUID ticket, TicketKind kind) {
        return transaction
                .query("select now()")
                .execute()
                .map(rows -> rows.iterator().next().getOffsetDateTime(0).toInstant())
                .chain(now -> transaction.preparedQuery(RUN).execute(steps(ticket, deadlines.from(now, kind))))
                .replaceWithVoid();
    }

    private static Tuple steps(UUID ticket, List<Due> due) {
        return Tuple.tuple()
                .addUUID(ticket)
                .addArrayOfString(due.stream().map(it -> it.step().name()).toArray(String[]::new))
                .addArrayOfOffsetDateTime(
                        due.stream().map(it -> utc(it.warnAt())).toArray(OffsetDateTime[]::new))
                .addArrayOfOffsetDateTime(
                        due.stream().map(it -> utc(it.dueAt())).toArray(OffsetDateTime[]::new))
                .addArrayOfBoolean(due.stream().map(Due::working).toArray(Boolean[]::new));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** Notes what was done, and tells every instance on commit. */
    static Uni<Void> note(SqlConnection transaction, UUID ticket, TicketEvent event) {
        return transaction
                .preparedQuery("""
                        with noted as (
                          insert into ticket_event (ticket_id, what, staff_id, step, words) values ($1, $2, $3, $4, $5)
                          returning ticket_id
                        )
                        select pg_notify('ticket', ticket_id::text)::text from noted
                        """)
                .execute(Tuple.of(
                        ticket,
                        event.what().name(),
                        event.staff() == null ? null : event.staff().id().value(),
                        event.step() == null ? null : event.step().name(),
                        event.words()))
                .replaceWithVoid();
    }

    private Uni<Optional<Ticket>> openedBefore(SqlConnection transaction, NewTicket fresh) {
        if (fresh.origin() == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return transaction
                .preparedQuery(LOCK_CUSTOMER)
                .execute(Tuple.of("ticket " + fresh.customer()))
                .chain(() -> transaction.preparedQuery(BY_ORIGIN).execute(Tuple.of(fresh.origin())))
                .map(TicketRows::first);
    }

    private Uni<Void> mayOpen(SqlConnection transaction, NewTicket fresh) {
        if (fresh.openedBy() != null || fresh.customer() == null) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(OPEN_BY_CUSTOMER)
                .execute(Tuple.of(fresh.customer().value()))
                .invoke(rows -> {
                    if (rows.iterator().next().getLong(0) >= deadlines.openPerCustomer()) {
                        throw new Problem(
                                Problem.Kind.TOO_MANY_REQUESTS, "This customer has many open tickets already.");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Ticket> insert(SqlConnection transaction, NewTicket fresh) {
        var id = Ids.next();
        var opener = fresh.openedBy() == null ? null : new Ticket.Person(fresh.openedBy(), "");
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.tuple()
                        .addUUID(id)
                        .addString(fresh.kind().name())
                        .addString(fresh.title())
                        .addString(fresh.details())
                        .addString(fresh.contact())
                        .addUUID(
                                fresh.customer() == null
                                        ? null
                                        : fresh.customer().value())
                        .addUUID(
                                fresh.conversation() == null
                                        ? null
                                        : fresh.conversation().value())
                        .addUUID(
                                fresh.openedBy() == null
                                        ? null
                                        : fresh.openedBy().value())
                        .addString(fresh.origin()))
                .chain(() -> runSteps(transaction, id, fresh.kind()))
                .chain(() -> note(transaction, id, TicketEvent.of(TicketEvent.What.OPENED, opener, null, null)))
                .chain(() -> transaction.preparedQuery(Tickets.BY_ID).execute(Tuple.of(id)))
                .map(found -> TicketRows.first(found).orElseThrow());
    }
}
