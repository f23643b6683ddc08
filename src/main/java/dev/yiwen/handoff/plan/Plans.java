package dev.yiwen.handoff.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Signals;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/** The plan that holds, and those that held. Each instance keeps the newest at hand. */
@Singleton
public final class Plans {
    /** Sent with the version of a new plan. */
    public static final String TOPIC = "routing-plan";

    private static final Logger LOG = Logger.getLogger(Plans.class);
    private static final String UNIQUE_VIOLATION = "23505";
    private static final int HISTORY_SHOWN = 100;

    /** @param version 0 when nobody has written a plan yet */
    public record Version(int version, Plan plan) {}

    /** Who changed the plan, and to what. */
    public record Change(int version, Instant at, String by, String note, Plan plan) {}

    private final Pool database;
    private final ObjectMapper json;
    private final Signals signals;
    private final Faults faults;
    private volatile Version current = new Version(0, Plan.standard());

    Plans(Pool database, ObjectMapper json, Signals signals, Faults faults) {
        this.database = database;
        this.json = json;
        this.signals = signals;
        this.faults = faults;
    }

    void start(@Observes StartupEvent event) {
        signals.listen(TOPIC, version -> readAgain(), this::readAgain);
        readAgain();
    }

    /** As this instance knows it; another's change arrives within moments. */
    public Version current() {
        return current;
    }

    /** Newest first. */
    public Uni<List<Change>> history() {
        return database.preparedQuery("""
                        select p.version, p.at, s.name, p.note, p.plan::text as plan
                        from routing_plan p join staff s on s.id = p.by order by p.version desc limit $1
                        """)
                .execute(Tuple.of(HISTORY_SHOWN))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Change(
                                row.getInteger("version"),
                                row.getOffsetDateTime("at").toInstant(),
                                row.getString("name"),
                                row.getString("note"),
                                read(row.getString("plan"))))
                        .toList());
    }

    /**
     * Fails with {@code INVALID} in words when the plan is wrong, and with {@code CONFLICT} when it is not {@code known} that
     * it would follow.
     */
    public Uni<Version> change(int known, Plan plan, StaffId by, String note) {
        var wrong = faults.in(plan);
        if (!wrong.isEmpty()) {
            throw new Problem(Problem.Kind.INVALID, String.join("；", wrong));
        }
        return newest().invoke(newest -> {
                    if (newest.version() != known) {
                        throw outdated();
                    }
                })
                .chain(newest -> database.preparedQuery(
                                "insert into routing_plan (version, plan, by, note) values ($1, $2::text::jsonb, $3, $4)")
                        .execute(Tuple.of(known + 1, write(plan), by.value(), note)))
                .onFailure(e -> e instanceof PgException pg && UNIQUE_VIOLATION.equals(pg.getSqlState()))
                .transform(e -> outdated())
                .invoke(done -> current = new Version(known + 1, plan))
                .call(() -> signals.send(TOPIC, String.valueOf(known + 1)))
                .replaceWith(() -> current);
    }

    private void readAgain() {
        newest().subscribe().with(it -> current = it, e -> LOG.error("The plan of routing could not be read", e));
    }

    private Uni<Version> newest() {
        return database.query("select version, plan::text as plan from routing_plan order by version desc limit 1")
                .execute()
                .map(this::newest);
    }

    private Version newest(RowSet<Row> rows) {
        if (rows.size() == 0) {
            return new Version(0, Plan.standard());
        }
        var row = rows.iterator().next();
        return new Version(row.getInteger("version"), read(row.getString("plan")));
    }

    private Plan read(String text) {
        try {
            return json.readValue(text, Plan.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not a stored plan", e);
        }
    }

    private String write(Plan plan) {
        try {
            return json.writeValueAsString(plan);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not writable as JSON: a plan", e);
        }
    }

    private static Problem outdated() {
        return new Problem(Problem.Kind.CONFLICT, "Somebody else has changed the plan meanwhile; look at it again.");
    }
}
