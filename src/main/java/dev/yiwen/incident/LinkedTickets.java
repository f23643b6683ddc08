package dev.yiwen.incident;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Tickets of the matter that were opened while it stands. */
@Singleton
final class LinkedTickets {
    /** Reads another feature's rows, by its index of open tickets. */
    private static final String NEW = """
            select t.id, t.title, t.details,
              exists (select from incident_told h where h.incident_id = $1 and h.conversation_id = t.conversation_id) as told
            from ticket t
            where t.state <> 'RESOLVED' and t.opened_at > greatest($2::timestamptz, now() - interval '10 minutes')
              and not exists (select from incident_ticket l where l.incident_id = $1 and l.ticket_id = t.id)
            """;

    private final Pool database;

    LinkedTickets(Pool database) {
        this.database = database;
    }

    /** Those that are not yet, of the last ten minutes. */
    Uni<Void> link(Incident incident) {
        if (incident.drill()) {
            return Uni.createFrom().voidItem();
        }
        return database.preparedQuery(NEW)
                .execute(Tuple.of(incident.id(), IncidentRows.time(incident.declaredAt())))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .filter(row -> isOf(incident, row))
                        .map(row -> row.getUUID("id"))
                        .toList())
                .chain(found -> found.isEmpty() ? Uni.createFrom().voidItem() : store(incident, found));
    }

    /** Who was told in the chat and leaves a ticket of something else is not counted. */
    private static boolean isOf(Incident incident, Row row) {
        var words = row.getString("title") + "\n" + row.getString("details");
        var affected = ScopeReading.of(incident.scope(), Said.of(words));
        return affected == Affected.YES || affected == Affected.MAYBE && row.getBoolean("told");
    }

    private Uni<Void> store(Incident incident, List<UUID> tickets) {
        return database.preparedQuery("""
                        insert into incident_ticket (incident_id, ticket_id) select $1, t from unnest($2::uuid[]) t
                        on conflict do nothing
                        """)
                .execute(Tuple.of(incident.id(), tickets.toArray(UUID[]::new)))
                .replaceWithVoid();
    }
}
