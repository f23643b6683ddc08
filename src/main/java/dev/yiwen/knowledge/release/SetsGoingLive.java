package dev.yiwen.knowledge.release;

import dev.yiwen.knowledge.revision.Publishing;
import dev.yiwen.shared.Rhythm;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Lets scheduled sets go live at their moment, on every instance alike; who holds the set's row first does it. */
@Singleton
final class SetsGoingLive {
    private static final Logger LOG = Logger.getLogger(SetsGoingLive.class);
    private static final Duration OFTEN = Duration.ofSeconds(5);

    private final Set<UUID> awaited = ConcurrentHashMap.newKeySet();
    private final Pool pool;
    private final PublishSets sets;
    private final Rhythm rhythm;
    private final Vertx vertx;

    SetsGoingLive(Pool pool, PublishSets sets, Rhythm rhythm, Vertx vertx) {
        this.pool = pool;
        this.sets = sets;
        this.rhythm = rhythm;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        rhythm.every(OFTEN, this::round);
    }

    void scheduled(@ObservesAsync Publishing.ScheduleChanged event) {
        round().subscribe().with(done -> {}, e -> LOG.warn("What is scheduled could not be read", e));
    }

    private Uni<Void> round() {
        return PublishSetStore.soon(pool)
                .invoke(soon -> soon.forEach((set, millis) -> {
                    if (awaited.add(set)) {
                        await(set, System.nanoTime() + millis * 1_000_000);
                    }
                }))
                .replaceWithVoid();
    }

    /** Its vectors are made before the moment, which is {@code at} on this machine's steady clock. */
    private void await(UUID set, long at) {
        sets.due(set)
                .subscribe()
                .with(
                        publish -> vertx.setTimer(
                                Math.max(1, (at - System.nanoTime()) / 1_000_000 + 1), timer -> goLive(set, publish)),
                        e -> failed(set, e));
    }

    private void goLive(UUID set, Uni<Void> publish) {
        publish.subscribe().with(done -> awaited.remove(set), e -> failed(set, e));
    }

    private void failed(UUID set, Throwable e) {
        awaited.remove(set);
        LOG.errorf(e, "The set %s did not go live; the next round tries it", set);
    }
}
