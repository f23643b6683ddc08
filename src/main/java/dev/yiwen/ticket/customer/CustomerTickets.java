package dev.yiwen.ticket.customer;

import dev.yiwen.identity.CustomerId;
import dev.yiwen.ticket.Ticket;
import dev.yiwen.ticket.Tickets;
import dev.yiwen.ticket.customer.CustomerTicket.Promise;
import dev.yiwen.ticket.customer.CustomerTicket.Said;
import dev.yiwen.ticket.deadline.Deadlines;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The tickets that customers see: their own. */
@Singleton
final class CustomerTickets {
    private static final int MOST = 50;

    private static final String SAID = """
            select e.ticket_id, e.at, s.name, e.words, e.files
            from unnest($1::uuid[]) as t(id)
            cross join lateral (
              select * from ticket_event where ticket_id = t.id and what in ('REPLIED', 'ANSWERED')
              order by ticket_event.id desc limit 50) e
            left join staff s on s.id = e.staff_id
            order by e.id
            """;

    private final Pool database;
    private final Tickets tickets;
    private final Deadlines deadlines;

    CustomerTickets(Pool database, Tickets tickets, Deadlines deadlines) {
        this.database = database;
        this.tickets = tickets;
        this.deadlines = deadlines;
    }

    /** Those to be done first, then the newest; of each the last that was said. */
    Uni<List<CustomerTicket>> of(CustomerId customer) {
        return tickets.of(customer, MOST)
                .chain(own -> said(own)
                        .map(said -> own.stream()
                                .map(it -> shown(it, said.getOrDefault(it.id().value(), List.of())))
                                .toList()));
    }

    /** The ticket of that number, if it is theirs and that file is in what they were told; fails with {@code NOT_FOUND}. */
    Uni<UUID> withFile(CustomerId customer, long number, UUID file) {
        return database.preparedQuery("""
                        select t.id from ticket t where t.number = $1 and t.customer_id = $2 and exists (
                          select from ticket_event e where e.ticket_id = t.id and e.what in ('REPLIED', 'ANSWERED')
                            and e.files -> 'files' @> jsonb_build_array(jsonb_build_object('id', $3::text)))
                        """)
                .execute(Tuple.of(number, customer.value(), file.toString()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .orElseThrow(Tickets::notFound)
                        .getUUID("id"));
    }

    private Uni<Map<UUID, List<Said>>> said(List<Ticket> tickets) {
        return database.preparedQuery(SAID)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(
                                tickets.stream().map(it -> it.id().value()).toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.groupingBy(
                                row -> row.getUUID("ticket_id"),
                                Collectors.mapping(CustomerTickets::said, Collectors.toList()))));
    }

    private static Said said(Row row) {
        return new Said(
                row.getOffsetDateTime("at").toInstant(),
                row.getString("name"),
                row.getString("words"),
                Tickets.files(row));
    }

    private CustomerTicket shown(Ticket ticket, List<Said> said) {
        var now = ticket.clock(Instant.now());
        var all = new ArrayList<Said>();
        if (ticket.openedBy() == null) {
            all.add(new Said(ticket.openedAt(), null, ticket.details(), List.of()));
        }
        all.addAll(said);
        return new CustomerTicket(
                ticket.number(),
                ticket.title(),
                ticket.state(),
                ticket.openedAt(),
                ticket.resolvedAt(),
                deadlines.isAnswerable(ticket.resolvedAt()),
                ticket.steps().stream()
                        .filter(it -> it.metAt() == null)
                        .map(it -> Promise.of(it, now))
                        .toList(),
                all);
    }
}
