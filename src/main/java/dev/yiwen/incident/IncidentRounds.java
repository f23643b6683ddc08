package dev.yiwen.incident;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.incident.IncidentWords.Telling;
import dev.yiwen.shared.InTurn;
import dev.yiwen.shared.Leader;
import dev.yiwen.shared.Rhythm;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * What is done of itself, by one instance of all: those in open chats are told what was declared, renewed or is over, tickets are
 * linked, and a time that has passed is noted. All of it goes by rows, so a restart takes up what was left.
 */
@Singleton
public final class IncidentRounds {
    private static final Logger LOG = Logger.getLogger(IncidentRounds.class);
    private static final Duration OFTEN = Duration.ofSeconds(5);

    private static final String WORK =
            "select " + IncidentRows.COLUMNS + ", swept from incident where recovered_at is null"
                    + " or recovered_at > now() - interval '7 days' and ended_at is null order by declared_at";

    private static final String UNSAID = """
            select t.conversation_id, t.sure, (select max(m.seq) from message m where m.conversation_id = t.conversation_id
              and m.author = 'system' and m.body ->> 'code' = 'incident' and m.body -> 'facts' ->> 'incident' = $1::text) as said
            from incident_told t where t.incident_id = $2 and t.seq is null and t.told_at < now() - interval '30 seconds'
            """;

    private static final String OVERDUE = """
            with late as (update incident set overdue_at = now()
              where recovered_at is null and overdue_at is null and eta < now() returning id)
            insert into incident_event (incident_id, kind) select id, 'OVERDUE' from late
            """;

    private final Pool database;
    private final Leader leader;
    private final OpenChats chats;
    private final Tellings tellings;
    private final LinkedTickets tickets;

    IncidentRounds(Pool database, Leader leader, OpenChats chats, Tellings tellings, LinkedTickets tickets) {
        this.database = database;
        this.leader = leader;
        this.chats = chats;
        this.tellings = tellings;
        this.tickets = tickets;
    }

    void onServing(@ObservesAsync HttpServerStart start, Rhythm rhythm) {
        rhythm.every(OFTEN, this::round);
    }

    /** Something was declared or changed: nobody waits for the next round. */
    public void soon() {
        round().subscribe()
                .with(done -> {}, e -> LOG.warnf(e, "A round for what stands failed; the next makes up for it"));
    }

    Uni<Void> round() {
        return leader.alone("incidents", this::work);
    }

    private Uni<Void> work() {
        return database.query(OVERDUE)
                .execute()
                .chain(() -> database.query(WORK).execute())
                .chain(rows -> InTurn.each(
                        StreamSupport.stream(rows.spliterator(), false).toList(), this::work));
    }

    private Uni<Void> work(Row row) {
        var incident = IncidentRows.of(row);
        if (incident.recoveredAt() != null) {
            return end(incident);
        }
        return sweep(incident, row.getInteger("swept"))
                .chain(() -> incident.drill() ? Uni.createFrom().voidItem() : unsaid(incident))
                .chain(() -> tickets.link(incident));
    }

    private Uni<Void> sweep(Incident incident, int swept) {
        if (swept >= incident.version()) {
            return Uni.createFrom().voidItem();
        }
        return chats.of(incident)
                .map(found -> found.stream()
                        .filter(it -> it.affected() != Affected.NO)
                        .toList())
                .call(found -> incident.drill() ? Uni.createFrom().voidItem() : tell(incident, found))
                .chain(found -> database.withTransaction(transaction -> transaction
                        .preparedQuery("update incident set swept = $2 where id = $1")
                        .execute(Tuple.of(incident.id(), incident.version()))
                        .chain(() -> transaction
                                .preparedQuery(
                                        "insert into incident_event (incident_id, kind, details) values ($1, 'SWEPT', $2)")
                                .execute(Tuple.of(incident.id(), String.valueOf(found.size()))))
                        .replaceWithVoid()));
    }

    private Uni<Void> tell(Incident incident, List<OpenChats.Found> found) {
        return tellings.renewed(incident)
                .chain(() -> InTurn.each(
                        found,
                        it -> tellings.inOpenChat(incident, it.conversation(), it.affected() == Affected.YES)
                                .onFailure()
                                .invoke(e -> LOG.warnf("A chat was not told: %s", e.toString()))
                                .onFailure()
                                .recoverWithNull()));
    }

    /** Claimed by an instance that died before it said it. */
    private Uni<Void> unsaid(Incident incident) {
        return database.preparedQuery(UNSAID)
                .execute(Tuple.of(incident.id().toString(), incident.id()))
                .chain(rows -> InTurn.each(
                        StreamSupport.stream(rows.spliterator(), false).toList(), row -> {
                            var id = ConversationId.of(row.getUUID("conversation_id"));
                            var said = row.getLong("said");
                            return said != null
                                    ? tellings.said(incident.id(), id, said)
                                    : tellings.say(incident, id, row.getBoolean("sure"), Telling.FIRST);
                        }));
    }

    private Uni<Void> end(Incident incident) {
        return (incident.drill() ? Uni.createFrom().voidItem() : tellings.over(incident))
                .chain(() -> database.withTransaction(transaction -> transaction
                        .preparedQuery("update incident set ended_at = now() where id = $1 and ended_at is null")
                        .execute(Tuple.of(incident.id()))
                        .chain(() -> transaction
                                .preparedQuery("insert into incident_event (incident_id, kind) values ($1, 'ENDED')")
                                .execute(Tuple.of(incident.id())))
                        .replaceWithVoid()));
    }
}
