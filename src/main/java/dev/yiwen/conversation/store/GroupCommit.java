package dev.yiwen.conversation.store;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Executes one statement for many at once: whoever comes while a commit is under way goes into the next one, together with
 * all that came meanwhile. Alone nobody waits; in a crowd the commits stay as many and grow. A commit that fails is taken
 * apart, so that one statement's fault costs the others nothing: a statement must bear being executed again.
 */
final class GroupCommit {
    private static final int MOST_TOGETHER = 100;
    /** So that one that waits for a lock does not stop them all. */
    private static final int UNDER_WAY = 2;
    /** Nor do two: after this long, others may be under way beside them. */
    private static final Duration STUCK = Duration.ofSeconds(3);

    private record Waiting(
            UUID locked,
            Tuple values,
            UniEmitter<? super RowSet<Row>> caller,
            @Nullable Context context) {

        /** On the context that asked. */
        void tell(Runnable signal) {
            if (context == null) {
                signal.run();
            } else {
                context.runOnContext(nothing -> signal.run());
            }
        }
    }

    private final Pool database;
    private final String statement;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private int underWay;

    GroupCommit(Pool database, String statement) {
        this.database = database;
        this.statement = statement;
    }

    /**
     * What the statement returned, after it was committed.
     *
     * @param locked id of the row that it locks
     */
    Uni<RowSet<Row>> execute(UUID locked, Tuple values) {
        return Uni.createFrom().emitter(caller -> {
            add(new Waiting(locked, values, caller, Vertx.currentContext()));
            begin();
        });
    }

    private synchronized void add(Waiting next) {
        waiting.add(next);
    }

    private void begin() {
        var group = take();
        if (!group.isEmpty()) {
            var place = new Place();
            database.preparedQuery(statement)
                    .executeBatch(group.stream().map(Waiting::values).toList())
                    .onTermination()
                    .invoke(place::giveBack)
                    .subscribe()
                    .with(results -> succeed(group, results), failure -> fail(group, failure));
        }
    }

    /** In the order of what they lock, so that two groups never wait for one another. */
    private synchronized List<Waiting> take() {
        var group = new ArrayList<Waiting>();
        if (underWay < UNDER_WAY) {
            while (group.size() < MOST_TOGETHER && !waiting.isEmpty()) {
                group.add(waiting.remove());
            }
            underWay += group.isEmpty() ? 0 : 1;
        }
        group.sort(Comparator.comparing(Waiting::locked));
        return group;
    }

    /** Of a group among those under way. */
    private final class Place {
        private final Future<?> afterAll =
                Infrastructure.getDefaultWorkerPool().schedule(this::giveBack, STUCK.toMillis(), TimeUnit.MILLISECONDS);
        private boolean isGivenBack;

        void giveBack() {
            afterAll.cancel(false);
            synchronized (GroupCommit.this) {
                if (isGivenBack) {
                    return;
                }
                isGivenBack = true;
                underWay--;
            }
            begin();
        }
    }

    private static void succeed(List<Waiting> group, RowSet<Row> results) {
        var result = results;
        for (var each : group) {
            var its = result;
            each.tell(() -> each.caller().complete(its));
            result = result.next();
        }
    }

    private void fail(List<Waiting> group, Throwable failure) {
        if (group.size() == 1) {
            var only = group.getFirst();
            only.tell(() -> only.caller().fail(failure));
            return;
        }
        for (var each : group) {
            database.preparedQuery(statement)
                    .execute(each.values())
                    .subscribe()
                    .with(
                            result -> each.tell(() -> each.caller().complete(result)),
                            alone -> each.tell(() -> each.caller().fail(alone)));
        }
    }
}
