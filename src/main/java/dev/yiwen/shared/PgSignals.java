package dev.yiwen.shared;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgNotification;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Signals over LISTEN/NOTIFY. One connection of the pool listens for as long as the instance runs. When it breaks, another
 * takes its place and every listener is told of the gap.
 */
@Singleton
class PgSignals implements Signals {
    private static final Logger LOG = Logger.getLogger(PgSignals.class);
    private static final long RETRY_MS = 500;
    /** A connection whose other end vanished without a word is found out after this long. */
    private static final long CHECK_MS = 10_000;

    private record Listener(Consumer<String> onSignal, Runnable onGap) {}

    private final Pool database;
    private final Vertx vertx;
    private final Map<String, List<Listener>> listeners = new ConcurrentHashMap<>();
    private volatile @Nullable PgConnection connection;
    private volatile boolean stopped;

    PgSignals(Pool database, Vertx vertx) {
        this.database = database;
        this.vertx = vertx;
    }

    @Override
    public Uni<Void> send(String topic, String payload) {
        return database.preparedQuery("select pg_notify($1, $2)")
                .execute(Tuple.of(topic, payload))
                .replaceWithVoid();
    }

    @Override
    public void listen(String topic, Consumer<String> listener, Runnable onGap) {
        var first = new boolean[1];
        listeners
                .computeIfAbsent(topic, name -> {
                    first[0] = true;
                    return new CopyOnWriteArrayList<>();
                })
                .add(new Listener(listener, onGap));
        var current = connection;
        if (first[0] && current != null) {
            subscribe(current, topic);
        }
    }

    void start(@Observes StartupEvent event) {
        connect();
        vertx.setPeriodic(CHECK_MS, timer -> check());
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        var current = connection;
        if (current != null) {
            current.close();
        }
    }

    private void connect() {
        if (stopped) {
            return;
        }
        database.getDelegate()
                .getConnection()
                .map(PgConnection::cast)
                .onSuccess(this::connected)
                .onFailure(failure -> {
                    LOG.warnf("No connection for signals yet (%s); trying again", failure.getMessage());
                    vertx.setTimer(RETRY_MS, timer -> connect());
                });
    }

    private void connected(PgConnection fresh) {
        fresh.notificationHandler(this::dispatch);
        fresh.closeHandler(closed -> lost(fresh));
        connection = fresh;
        listeners.keySet().forEach(topic -> subscribe(fresh, topic));
    }

    private void subscribe(PgConnection to, String topic) {
        to.query("listen \"" + topic + "\"")
                .execute()
                // What was committed before LISTEN took effect went unheard.
                .onSuccess(done -> heard(topic).forEach(listener -> safely(listener.onGap())))
                .onFailure(failure -> to.close());
    }

    private void lost(PgConnection closed) {
        if (connection == closed) {
            connection = null;
            if (!stopped) {
                LOG.warn("The connection for signals broke; connecting again");
                vertx.setTimer(RETRY_MS, timer -> connect());
            }
        }
    }

    private void check() {
        var current = connection;
        if (current == null || stopped) {
            return;
        }
        var answered = current.query("select 1").execute();
        vertx.setTimer(CHECK_MS / 2, timer -> {
            if (!answered.succeeded() && !stopped) {
                current.close();
                lost(current);
            }
        });
    }

    private void dispatch(PgNotification notification) {
        heard(notification.getChannel())
                .forEach(listener -> safely(() -> listener.onSignal().accept(notification.getPayload())));
    }

    private List<Listener> heard(String topic) {
        return listeners.getOrDefault(topic, List.of());
    }

    /** One listener's fault must not cost the others their signal. A command that is over has none any more. */
    private void safely(Runnable call) {
        if (stopped) {
            return;
        }
        try {
            call.run();
        } catch (RuntimeException e) {
            if (!stopped) {
                LOG.error("A listener of signals failed", e);
            }
        }
    }
}
