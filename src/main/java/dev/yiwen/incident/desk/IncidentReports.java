package dev.yiwen.incident.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.incident.Incident;
import dev.yiwen.incident.IncidentRows;
import dev.yiwen.incident.IncidentWords;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What stands and what was, each with what came of it. */
@Singleton
final class IncidentReports {
    private static final String MEASURED = """
            select i.*,
              extract(epoch from (select min(told_at) from incident_told where incident_id = i.id) - i.declared_at)::bigint as first,
              count(t.*) as told,
              count(*) filter (where t.how = 'ASKED' and not t.with_person) as asked,
              count(*) filter (where t.how = 'ASKED' and not t.with_person and not exists (
                select from handoff h where h.conversation_id = t.conversation_id and h.requested_at >= t.told_at)) as deflected,
              coalesce(sum(t.again), 0)::bigint as repeated,
              count(t.recovered_at) as recovery_told,
              (select count(*) from incident_ticket l where l.incident_id = i.id) as tickets
            from incident i left join incident_told t on t.incident_id = i.id
            """;

    // Whether somebody went on to a person is read from another feature's rows.
    private static final String ALL = MEASURED + """
            where i.recovered_at is null or i.id in (
              select id from incident where recovered_at is not null order by recovered_at desc limit 50)
            group by i.id order by i.recovered_at desc nulls first, i.level, i.declared_at desc
            """;

    private static final String TIMELINE =
            "select kind, at, by, details from incident_event where incident_id = $1 order by id";

    private static final String TICKETS = """
            select t.id, t.number, t.title, t.state from incident_ticket l join ticket t on t.id = l.ticket_id
            where l.incident_id = $1 order by t.number limit 200
            """;

    private final Pool database;
    private final IncidentWords words;

    IncidentReports(Pool database, IncidentWords words) {
        this.database = database;
        this.words = words;
    }

    /**
     * One step in the life of an incident.
     *
     * @param by the supervisor's name; null: by itself
     * @param details of SWEPT how many open chats were found; of DECLARED and CHANGED the words; of RENEWED the time
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(String kind, Instant at, @Nullable String by, String details) {}

    record Ticket(UUID id, long number, String title, String state) {}

    record Life(List<Step> steps, List<Ticket> tickets) {}

    /** What stands, and then the last fifty that are over. */
    Uni<List<Declared>> all() {
        return database.query(ALL)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(this::declared)
                        .toList());
    }

    Uni<Life> life(UUID id) {
        return database.preparedQuery(TIMELINE)
                .execute(Tuple.of(id))
                .chain(steps -> database.preparedQuery(TICKETS)
                        .execute(Tuple.of(id))
                        .map(tickets -> new Life(
                                StreamSupport.stream(steps.spliterator(), false)
                                        .map(IncidentReports::step)
                                        .toList(),
                                StreamSupport.stream(tickets.spliterator(), false)
                                        .map(IncidentReports::ticket)
                                        .toList())));
    }

    Declared plain(Incident incident) {
        return Declared.of(incident, words.standing(Locale.CHINESE, incident, Instant.now()), null);
    }

    private Declared declared(Row row) {
        var incident = IncidentRows.of(row);
        var measures = new Measures(
                row.getLong("first"),
                incident.level() == 1 ? 600 : 1800,
                row.getLong("told"),
                row.getLong("asked"),
                row.getLong("deflected"),
                row.getLong("repeated"),
                row.getLong("recovery_told"),
                row.getLong("tickets"));
        return Declared.of(incident, words.standing(Locale.CHINESE, incident, Instant.now()), measures);
    }

    private static Step step(Row row) {
        return new Step(
                row.getString("kind"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("by"),
                row.getString("details"));
    }

    private static Ticket ticket(Row row) {
        return new Ticket(row.getUUID("id"), row.getLong("number"), row.getString("title"), row.getString("state"));
    }
}
