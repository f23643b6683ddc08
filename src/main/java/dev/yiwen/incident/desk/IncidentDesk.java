package dev.yiwen.incident.desk;

import dev.yiwen.incident.Incident;
import dev.yiwen.incident.IncidentRounds;
import dev.yiwen.incident.IncidentRows;
import dev.yiwen.incident.Incidents;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Declares, changes and ends incidents. Each change raises the version, and every instance knows of it. */
@Singleton
final class IncidentDesk {
    private static final String DECLARE = """
            insert into incident (id, level, cause, banner, drill, eta, declared_by, regions, products, words, not_words, articles)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning *
            """;
    private static final String CHANGE = """
            update incident set level = $2, cause = $3, banner = $4, eta = $5, regions = $6, products = $7, words = $8,
              not_words = $9, articles = $10, version = version + 1, overdue_at = null
            where id = $1 and recovered_at is null returning *
            """;
    private static final String RENEW = """
            update incident set eta = $2, version = version + 1, overdue_at = null
            where id = $1 and recovered_at is null returning *
            """;
    private static final String RECOVER =
            "update incident set recovered_at = now() where id = $1 and recovered_at is null returning *";

    private final Pool database;
    private final Incidents incidents;
    private final IncidentRounds rounds;

    IncidentDesk(Pool database, Incidents incidents, IncidentRounds rounds) {
        this.database = database;
        this.incidents = incidents;
        this.rounds = rounds;
    }

    Uni<Incident> declare(IncidentForm form, String by) {
        future(form.eta());
        return stored(
                "DECLARED",
                by,
                form.causeSaid(),
                DECLARE,
                IncidentRows.scoped(
                        Tuple.tuple()
                                .addUUID(Ids.next())
                                .addInteger(form.level())
                                .addString(form.causeSaid())
                                .addBoolean(form.banner())
                                .addBoolean(form.drill())
                                .addOffsetDateTime(IncidentRows.time(form.eta()))
                                .addString(by),
                        form.scope()));
    }

    /** Fails with {@code CONFLICT} when it is over. */
    Uni<Incident> change(UUID id, IncidentForm form, String by) {
        return stored(
                "CHANGED",
                by,
                form.causeSaid(),
                CHANGE,
                IncidentRows.scoped(
                        Tuple.tuple()
                                .addUUID(id)
                                .addInteger(form.level())
                                .addString(form.causeSaid())
                                .addBoolean(form.banner())
                                .addOffsetDateTime(IncidentRows.time(form.eta())),
                        form.scope()));
    }

    Uni<Incident> renew(UUID id, @Nullable Instant eta, String by) {
        future(eta);
        return stored(
                "RENEWED",
                by,
                eta == null ? "" : eta.toString(),
                RENEW,
                Tuple.tuple().addUUID(id).addOffsetDateTime(IncidentRows.time(eta)));
    }

    Uni<Incident> recover(UUID id, String by) {
        return stored("RECOVERED", by, "", RECOVER, Tuple.of(id));
    }

    /** A time that has passed is no promise. */
    private static void future(@Nullable Instant eta) {
        if (eta != null && eta.isBefore(Instant.now())) {
            throw new Problem(Problem.Kind.INVALID, "eta must lie ahead");
        }
    }

    private Uni<Incident> stored(String kind, String by, String details, String sql, Tuple values) {
        return database.withTransaction(transaction -> transaction
                        .preparedQuery(sql)
                        .execute(values)
                        .map(rows -> {
                            if (rows.size() == 0) {
                                throw new Problem(Problem.Kind.CONFLICT, "There is no such incident that stands.");
                            }
                            return IncidentRows.of(rows.iterator().next());
                        })
                        .call(incident -> event(transaction, incident, kind, by, details)))
                .call(incidents::changed)
                .invoke(rounds::soon);
    }

    private static Uni<Void> event(SqlClient open, Incident incident, String kind, String by, String details) {
        return open.preparedQuery("insert into incident_event (incident_id, kind, by, details) values ($1, $2, $3, $4)")
                .execute(Tuple.of(incident.id(), kind, by, Objects.requireNonNull(details)))
                .replaceWithVoid();
    }
}
