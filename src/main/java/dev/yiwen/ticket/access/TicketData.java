package dev.yiwen.ticket.access;

import dev.yiwen.audit.CustomerData;
import dev.yiwen.audit.PersonalTable;
import dev.yiwen.audit.PersonalTable.Depth;
import dev.yiwen.audit.Retained;
import dev.yiwen.audit.RetainedRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Tickets and their history, for export, erasure and retention. */
@Singleton
final class TicketData implements CustomerData {
    private static final String OF_TICKET =
            "t.ticket_id in (select k.id from ticket k where k.customer_id = any($1::uuid[]) or k.conversation_id = any($2::uuid[]))";

    // Reads another feature's rows: what is held stays. The ticket goes last, for the others refer to it.
    private static final String OLD = """
            with old as (
              select k.id from ticket k
              where k.state = 'RESOLVED' and k.resolved_at < $1
                and not exists (select from held_customer h where h.customer_id = k.customer_id)
              order by k.resolved_at limit $2
            ), events as (
              delete from ticket_event where ticket_id in (select id from old) returning id
            ), steps as (
              delete from ticket_step where ticket_id in (select id from old) returning ticket_id
            )
            delete from ticket where id in (select id from old)
              and (select count(*) from events) >= 0 and (select count(*) from steps) >= 0
            """;

    private final Pool database;

    TicketData(Pool database) {
        this.database = database;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.ofConversation("ticket_event", "staff_id", "words")
                        .where(OF_TICKET),
                PersonalTable.ofConversation("ticket_step").where(OF_TICKET),
                PersonalTable.ofConversation("ticket", "owner_id", "opened_by", "given_by", "origin")
                        .where("t.customer_id = any($1::uuid[]) or t.conversation_id = any($2::uuid[])")
                        .at(Depth.TICKET));
    }

    /** By the telephone number or address that a ticket has. */
    @Override
    public Uni<List<UUID>> find(String words) {
        return database.preparedQuery(
                        "select distinct customer_id from ticket where contact = $1 and customer_id is not null limit 20")
                .execute(Tuple.of(words))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("customer_id"))
                        .toList());
    }

    @Produces
    @Singleton
    static Retained old(Pool database) {
        return new RetainedRows(Retained.Kind.TICKETS, database, OLD);
    }
}
