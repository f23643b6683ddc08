package dev.yiwen.handoff.queue;

import dev.yiwen.handoff.HandoffConfig;
import dev.yiwen.shared.Rhythm;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/** The queue and the agents as metrics. Every instance tells the same: they share the database. */
@Singleton
final class QueueGauges {
    private static final Duration OFTEN = Duration.ofSeconds(10);

    private static final String NOW = """
            select
              (select count(*) from conversation where owner = 'queue') as waiting,
              (select coalesce(extract(epoch from now() - min(queued_at)), 0)::float8 from conversation
                where owner = 'queue') as longest,
              (select count(*) from conversation where owner = 'agent') as served,
              count(*) filter (where online) as online, count(*) filter (where not online) as resting
            from presence where seen_at > now() - $1::float8 * interval '1 second'
            """;

    private record Counted(long waiting, double longest, long served, long online, long resting) {
        private static final Counted NOTHING = new Counted(0, 0, 0, 0, 0);

        static Counted of(Row row) {
            return new Counted(
                    row.getLong("waiting"),
                    row.getDouble("longest"),
                    row.getLong("served"),
                    row.getLong("online"),
                    row.getLong("resting"));
        }
    }

    private final Pool database;
    private final HandoffConfig config;
    private volatile Counted last = Counted.NOTHING;

    QueueGauges(Pool database, HandoffConfig config) {
        this.database = database;
        this.config = config;
    }

    void start(@Observes StartupEvent event, MeterRegistry metrics, Rhythm rhythm) {
        gauge("yiwen.queue.waiting", "Customers who wait for a person", Counted::waiting)
                .register(metrics);
        gauge("yiwen.queue.longest.wait", "How long the first of them has waited", Counted::longest)
                .baseUnit("seconds")
                .register(metrics);
        gauge("yiwen.served", "Conversations that agents have", Counted::served).register(metrics);
        gauge("yiwen.agents", "Agents with a page open", Counted::online)
                .tag("state", "online")
                .register(metrics);
        gauge("yiwen.agents", "Agents with a page open", Counted::resting)
                .tag("state", "break")
                .register(metrics);
        rhythm.every(OFTEN, this::count);
    }

    private Gauge.Builder<QueueGauges> gauge(String name, String description, ToDoubleFunction<Counted> value) {
        return Gauge.builder(name, this, it -> value.applyAsDouble(it.last)).description(description);
    }

    Uni<Void> count() {
        return database.preparedQuery(NOW)
                .execute(Tuple.of(config.heartbeat().toMillis() / 1000.0))
                .invoke(rows -> last = Counted.of(rows.iterator().next()))
                .replaceWithVoid();
    }
}
