package dev.yiwen.ticket.deadline;

import dev.yiwen.shared.Leader;
import dev.yiwen.shared.Rhythm;
import dev.yiwen.ticket.TicketEvent;
import dev.yiwen.ticket.TicketId;
import dev.yiwen.ticket.TicketStep;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Warns before and after each deadline, whose time stands still while the customer is to answer. Database time decides, and the row of the step remembers that it was said; the
 * warning, its line of history and the signal are one statement, so whichever instance runs it, and however often, each is
 * said once.
 */
@Singleton
public final class Warnings {
    /** After an outage a deadline that has passed is told once, as passed. */
    private static final String SEND = """
            with late as (
              update ticket_step d set overdue_at = now(), warned_at = coalesce(d.warned_at, now())
              from ticket t
              where t.id = d.ticket_id and t.state <> 'RESOLVED' and d.met_at is null and d.overdue_at is null
                and d.due_at <= coalesce(t.waiting_since, now())
              returning d.ticket_id, d.step
            ), soon as (
              update ticket_step d set warned_at = now()
              from ticket t
              where t.id = d.ticket_id and t.state <> 'RESOLVED' and d.met_at is null and d.warned_at is null
                and d.warn_at <= coalesce(t.waiting_since, now()) and d.due_at > coalesce(t.waiting_since, now())
              returning d.ticket_id, d.step
            ), told as (
              insert into ticket_event (ticket_id, what, step)
              select ticket_id, 'OVERDUE', step from late union all select ticket_id, 'DUE_SOON', step from soon
              returning ticket_id, what, step
            )
            select what, pg_notify('ticket', ticket_id || ' ' || what || ' ' || step)::text from told
            """;

    private static final Duration OFTEN = Duration.ofSeconds(10);

    /** What the signal says of a warning. */
    public record Told(TicketId ticket, TicketEvent.What what, TicketStep step) {
        public static Told parse(String payload) {
            var parts = payload.split(" ", 3);
            return new Told(
                    TicketId.of(UUID.fromString(parts[0])),
                    TicketEvent.What.valueOf(parts[1]),
                    TicketStep.of(parts[2]));
        }
    }

    private final Pool database;
    private final Leader leader;
    private final Rhythm rhythm;
    private final MeterRegistry metrics;

    Warnings(Pool database, Leader leader, Rhythm rhythm, MeterRegistry metrics) {
        this.database = database;
        this.leader = leader;
        this.rhythm = rhythm;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        rhythm.every(OFTEN, () -> leader.alone("ticket-warnings", this::send));
    }

    public Uni<Void> send() {
        return database.query(SEND)
                .execute()
                .invoke(told -> StreamSupport.stream(told.spliterator(), false)
                        .forEach(row -> metrics.counter(
                                        "yiwen.ticket.warnings",
                                        "what",
                                        row.getString("what").toLowerCase(java.util.Locale.ROOT))
                                .increment()))
                .replaceWithVoid();
    }
}
