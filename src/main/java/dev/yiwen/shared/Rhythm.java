package dev.yiwen.shared;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Work that is done again and again while the instance runs, by the time that passes. What {@code @Scheduled} does follows
 * the clock of the machine: when that leaps back an hour, nothing is done for an hour.
 */
@Singleton
public class Rhythm {
    private static final Logger LOG = Logger.getLogger(Rhythm.class);

    private final Vertx vertx;
    private volatile boolean stopped;

    Rhythm(Vertx vertx) {
        this.vertx = vertx;
    }

    /** First after {@code pause}; then each time so long after a round has ended, well or not. */
    public void every(Duration pause, Supplier<Uni<Void>> work) {
        vertx.setTimer(pause.toMillis(), timer -> {
            if (!stopped) {
                Uni.createFrom()
                        .deferred(work::get)
                        .onFailure()
                        .invoke(e -> LOG.error("Work that is done again and again failed this time", e))
                        .onTermination()
                        .invoke(() -> every(pause, work))
                        .subscribe()
                        .with(done -> {}, e -> {});
            }
        });
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }
}
