package dev.yiwen.incident;

import dev.yiwen.shared.Rhythm;
import dev.yiwen.shared.Signals;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * What stands now, at hand on every instance: a signal tells of each change, and a look every {@value #OFTEN_SECONDS} s makes up for
 * a signal that was lost.
 */
@Singleton
public final class Incidents {
    public static final String TOPIC = "incident";

    /** A customer who was told of it and comes back so late is not told any more that it is over. */
    private static final String REMEMBERED = "7 days";

    private static final Logger LOG = Logger.getLogger(Incidents.class);
    private static final int OFTEN_SECONDS = 5;

    private static final String STANDING =
            "select " + IncidentRows.COLUMNS + " from incident where recovered_at is null order by level, declared_at";
    private static final String OVER = "select " + IncidentRows.COLUMNS
            + " from incident where recovered_at > now() - interval '" + REMEMBERED + "' and not drill";

    private final Pool database;
    private final Signals signals;
    private volatile Known known = new Known(List.of(), List.of());

    private record Known(List<Incident> standing, List<Incident> over) {}

    Incidents(Pool database, Signals signals) {
        this.database = database;
        this.signals = signals;
    }

    void start(@Observes StartupEvent event) {
        listen();
    }

    void onServing(@ObservesAsync HttpServerStart start, Rhythm rhythm) {
        look();
        rhythm.every(Duration.ofSeconds(OFTEN_SECONDS), this::refresh);
    }

    void listen() {
        signals.listen(TOPIC, payload -> look(), this::look);
    }

    /** The gravest first; drills among them. */
    public List<Incident> standing() {
        return known.standing;
    }

    /** Those that customers may be told of. */
    public List<Incident> told() {
        return known.standing.stream().filter(it -> !it.drill()).toList();
    }

    /** What is over, and was of late. */
    public List<Incident> over() {
        return known.over;
    }

    /** This instance knows before whoever changed something is answered, the others a signal later. */
    public Uni<Void> changed() {
        return refresh().chain(() -> signals.send(TOPIC, ""));
    }

    private Uni<Void> refresh() {
        return read(STANDING)
                .chain(standing -> read(OVER).invoke(over -> known = new Known(standing, over)))
                .replaceWithVoid();
    }

    private Uni<List<Incident>> read(String sql) {
        return database.query(sql)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(IncidentRows::of)
                        .toList());
    }

    private void look() {
        refresh().subscribe().with(done -> {}, e -> LOG.warnf("What stands could not be read: %s", e.getMessage()));
    }
}
