package dev.yiwen.ticket;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.Staff;
import dev.yiwen.identity.StaffId;
import dev.yiwen.llm.Redaction;
import dev.yiwen.shared.Problem;
import dev.yiwen.ticket.desk.TicketFilter;
import dev.yiwen.ticket.work.Openings;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Opens and finds tickets. Every change sends the signal {@value #TOPIC} with the ticket's id in the transaction that made
 * it.
 */
@Singleton
public final class Tickets {
    public static final String TOPIC = "ticket";

    /**
     * Of a ticket without an alias: whether the person {@code $2} has it and may therefore read its conversation. Nobody gives
     * that right to themselves: the customer opened the ticket, or somebody else gave it to them.
     */
    private static final String LETS_READ = """
            owner_id = $2 and state <> 'RESOLVED' and (opened_by is null or given_by <> owner_id)
            """;

    private static final int LONGEST = 200;

    private static final String BY_ID = TicketRows.SELECT + " where t.id = $1";
    /** Masked numbers are not to be found out by searching for them. */
    private static final String FILTERED = TicketRows.SELECT + """
             where %s and ($1::uuid is not null) and ($2::text is null or t.kind = $2)
               and ($5::text is null or t.priority = $5)
               and ($6::uuid is null or t.customer_id = $6)
               and ($7::uuid is null or t.conversation_id = $7
                 or t.customer_id = (select n.customer_id from conversation n where n.id = $7))
               and ($3::text = '' or t.number::text = $3
                 or ((strpos(lower(t.title), lower($3)) > 0 or strpos(lower(t.details), lower($3)) > 0)
                   and ($4 or t.owner_id = $1 or t.opened_by = $1 or $3 !~ '[[:digit:]@]'))
                 or strpos(lower(coalesce(c.name, '')), lower($3)) > 0)
             order by %s t.number desc
             limit %d""";

    private static final String OF_CUSTOMER =
            TicketRows.SELECT + " where t.customer_id = $1 order by (t.state = 'RESOLVED'), t.opened_at desc limit $2";

    private static final String OPEN_OF_CUSTOMER = TicketRows.SELECT
            + " where t.customer_id = $1 and t.state <> 'RESOLVED' order by t.opened_at desc limit $2";

    private final Pool database;
    private final Openings openings;
    private final TicketRows rows;

    Tickets(Pool database, Openings openings, TicketRows rows) {
        this.database = database;
        this.openings = openings;
        this.rows = rows;
    }

    /** A ticket with what happened to it. */
    public record Whole(Ticket ticket, List<TicketEvent> history) {

        /** In the place of how to reach the customer, which is masked as a whole. */
        private static final String CONTACT = "[联系方式]";

        /** Whose work it is reads all of it, everybody else tokens in the place of personal data. */
        public Whole shownTo(Staff reader) {
            if (ticket.isWorkOf(reader)) {
                return this;
            }
            var tokens = tokens();
            return new Whole(
                    ticket.masked(tokens::masked),
                    history.stream().map(it -> it.masked(tokens::masked)).toList());
        }

        public Optional<String> valueOf(String token) {
            return token.equals(CONTACT) ? Optional.ofNullable(ticket.contact()) : tokens().valueOf(token);
        }

        /** Counted in the order in which it was written: what is added later changes none. */
        private Redaction tokens() {
            return Redaction.of(
                    Stream.concat(ticket.written(), history.stream().flatMap(it -> Stream.ofNullable(it.words())))
                            .toList(),
                    "");
        }
    }

    /** Of the tickets that are not resolved. */
    public record Counts(long open, long unowned, long soon, long overdue) {}

    /**
     * The one that its origin opened before, if there is one. Fails with {@code TOO_MANY_REQUESTS} when the customer has many
     * open already.
     */
    public Uni<Ticket> open(NewTicket fresh) {
        return openings.open(fresh).chain(this::find);
    }

    /** Fails with {@code NOT_FOUND}. */
    public Uni<Ticket> find(TicketId id) {
        return database.preparedQuery(BY_ID)
                .execute(Tuple.of(id.value()))
                .map(found -> rows.first(found).orElseThrow(Tickets::notFound));
    }

    /** A customer's tickets that are not resolved, newest first. */
    public Uni<List<Ticket>> openOf(CustomerId customer, int limit) {
        return database.preparedQuery(OPEN_OF_CUSTOMER)
                .execute(Tuple.of(customer.value(), limit))
                .map(rows::all);
    }

    /** Those to be done first, then the newest. */
    public Uni<List<Ticket>> of(CustomerId customer, int limit) {
        return database.preparedQuery(OF_CUSTOMER)
                .execute(Tuple.of(customer.value(), limit))
                .map(rows::all);
    }

    /** Whether the conversation belongs to a ticket that lets this person read it. */
    public Uni<Boolean> areOf(StaffId owner, ConversationId conversation) {
        return database.preparedQuery(
                        "select exists (select from ticket where conversation_id = $1 and " + LETS_READ + ")")
                .execute(Tuple.of(conversation.value(), owner.value()))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    public Uni<Whole> whole(TicketId id) {
        return Uni.combine()
                .all()
                .unis(find(id), history(id))
                .asTuple()
                .map(it -> new Whole(it.getItem1(), it.getItem2()));
    }

    /** As the person who asks sees them. */
    public Uni<List<Ticket>> list(TicketFilter filter) {
        return list(filter, LONGEST);
    }

    public Uni<List<Ticket>> list(TicketFilter filter, int most) {
        return database.preparedQuery(FILTERED.formatted(
                        filter.show().condition(), filter.sort().order(), most))
                .execute(Tuple.from(Arrays.asList(
                        filter.me().id().value(),
                        filter.kind() == null ? null : filter.kind().id(),
                        filter.words().strip(),
                        filter.me().may(Right.SUPERVISE),
                        filter.priority() == null ? null : filter.priority().name(),
                        filter.of() == null ? null : filter.of().customer(),
                        filter.of() == null ? null : filter.of().conversation())))
                // Two hundred of them may be long.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(found -> rows.all(found).stream()
                        .map(it -> it.shownTo(filter.me()))
                        .toList());
    }

    private static final String ANSWERED = """
            select owner_id, count(*) as answered from ticket
            where unread and owner_id = any($1) group by owner_id""";

    /** How many of their tickets hold a customer's words that they have not read; nobody without any. */
    public Uni<Map<StaffId, Integer>> answered(Collection<StaffId> owners) {
        return database.preparedQuery(ANSWERED)
                .execute(Tuple.of(owners.stream().map(StaffId::value).toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(
                                row -> StaffId.of(row.getUUID("owner_id")),
                                row -> row.getLong("answered").intValue())));
    }

    public Uni<Counts> counts() {
        return database.query("""
                        select count(*) as open, count(*) filter (where t.state = 'OPEN') as unowned,
                          count(*) filter (where warn_at <= coalesce(waiting_since, now())
                            and due_at > coalesce(waiting_since, now())) as soon,
                          count(*) filter (where due_at <= coalesce(waiting_since, now())) as overdue
                        from ticket t left join lateral (
                          select min(warn_at) as warn_at, min(due_at) as due_at
                          from ticket_step where ticket_id = t.id and met_at is null) d on true
                        where t.state <> 'RESOLVED'
                        """).execute().map(rows -> {
            var row = rows.iterator().next();
            return new Counts(row.getLong("open"), row.getLong("unowned"), row.getLong("soon"), row.getLong("overdue"));
        });
    }

    private Uni<List<TicketEvent>> history(TicketId id) {
        return database.preparedQuery("""
                        with recursive m (id, number) as (
                          select id, null::bigint from ticket where id = $1
                          union select t.id, t.number from ticket t join m on t.merged_into = m.id)
                        select e.*, s.name as staff_name, m.number as of_number
                        from m join ticket_event e on e.ticket_id = m.id left join staff s on s.id = e.staff_id
                        order by e.id
                        """)
                .execute(Tuple.of(id.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(TicketRows::event)
                        .toList());
    }

    /** Of a row of the history. */
    public static List<TicketFile> files(Row row) {
        return TicketRows.files(row.getJsonObject("files"));
    }

    public static Problem notFound() {
        return new Problem(Problem.Kind.NOT_FOUND, "There is no such ticket.");
    }
}
