package dev.yiwen.knowledge;

import dev.yiwen.shared.Rhythm;
import dev.yiwen.shared.Signals;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** The number that grows with each change of published knowledge; caches that hold knowledge carry it. */
@Singleton
public class KnowledgeVersion {
    private static final Logger LOG = Logger.getLogger(KnowledgeVersion.class);
    private static final String TOPIC = "knowledge";
    private static final String READ = "select version from knowledge_version";
    private static final String RAISE = "update knowledge_version set version = version + 1 returning version";

    private static final Duration OFTEN = Duration.ofSeconds(2);

    private final Pool pool;
    private final Signals signals;
    private final Rhythm rhythm;
    private final Event<KnowledgeChanged> changed;
    private final AtomicLong current = new AtomicLong();

    KnowledgeVersion(Pool pool, Signals signals, Rhythm rhythm, Event<KnowledgeChanged> changed) {
        this.pool = pool;
        this.signals = signals;
        this.rhythm = rhythm;
        this.changed = changed;
    }

    void start(@Observes StartupEvent event) {
        signals.listen(TOPIC, payload -> look(), this::look);
        rhythm.every(OFTEN, () -> Uni.createFrom().voidItem().invoke(this::look));
        look();
    }

    /** The version as this instance last saw it: a signal behind the database, two seconds when the signal was lost. */
    public long current() {
        return current.get();
    }

    /** Raises it in the caller's transaction; the other instances hear of it when that commits. */
    public Uni<Long> raise(SqlClient transaction) {
        return transaction
                .query(RAISE)
                .execute()
                .map(rows -> rows.iterator().next().getLong("version"))
                .call(version -> transaction
                        .preparedQuery("select pg_notify($1, $2)")
                        .execute(Tuple.of(TOPIC, version.toString())));
    }

    /** After the commit, so that the instance that changed something does not wait for its own signal. */
    public void seen(long version) {
        long before = current.getAndAccumulate(version, Math::max);
        if (before < version) {
            changed.fireAsync(new KnowledgeChanged(version));
        }
    }

    /** Reads the row rather than the payload: schemas of one database share the channel. */
    private void look() {
        pool.query(READ)
                .execute()
                .map(rows -> rows.iterator().next().getLong("version"))
                .subscribe()
                .with(this::seen, e -> LOG.warn("The knowledge version could not be read", e));
    }
}
