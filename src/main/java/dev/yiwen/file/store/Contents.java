package dev.yiwen.file.store;

import dev.yiwen.file.FileId;
import dev.yiwen.shared.Leader;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Chooses where the bytes of files are kept, and moves them there. */
@Singleton
final class Contents {
    private static final Logger LOG = Logger.getLogger(Contents.class);
    private static final int AT_ONCE = 20;

    private final PgContentStore rows;
    private final @Nullable S3ContentStore objects;
    private final boolean moves;
    private final Leader leader;

    Contents(Pool database, S3Config config, Leader leader) {
        this.rows = new PgContentStore(database);
        this.objects = config.bucket().filter(it -> !it.isBlank()).isPresent() ? new S3ContentStore(config) : null;
        this.moves = config.move();
        this.leader = leader;
    }

    @Produces
    @Singleton
    ContentStore store() {
        return objects == null ? rows : new MovingStore(rows, objects);
    }

    @Scheduled(every = "5s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> move() {
        return moves && objects != null
                ? leader.alone("file.move", this::moveSome)
                : Uni.createFrom().voidItem();
    }

    /** A few that are still in the database; what could not be moved stays, lets others pass, and is tried again later. */
    Uni<Void> moveSome() {
        if (objects == null) {
            return Uni.createFrom().voidItem();
        }
        var way = new MovingStore(rows, objects);
        return rows.some(AT_ONCE)
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(id -> moved(way, id))
                .filter(it -> it)
                .collect()
                .asList()
                .invoke(moved -> {
                    if (!moved.isEmpty()) {
                        LOG.infof("%d files were moved from the database to the object store", moved.size());
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Boolean> moved(MovingStore way, FileId id) {
        return way.move(id).replaceWith(true).onFailure().recoverWithUni(e -> {
            LOG.warnf("The file %s was not moved to the object store yet: %s", id.value(), e.getMessage());
            return rows.postpone(id).replaceWith(false);
        });
    }

    void stop(@Observes ShutdownEvent event) {
        if (objects != null) {
            objects.close();
        }
    }
}
