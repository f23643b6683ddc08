package dev.yiwen.shared;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import org.hibernate.StaleStateException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/**
 * Entities of what is edited in forms. Each piece of work has a session of its own without a cache, on an event loop, and does
 * one thing at a time on it; it shares no transaction with the reactive pool.
 */
@Singleton
public final class EntityStore {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String CHANGED = "Somebody else has changed it meanwhile; look at it again.";

    private final SessionFactory sessions;
    private final Vertx vertx;

    EntityStore(SessionFactory sessions, Vertx vertx) {
        this.sessions = sessions;
        this.vertx = vertx;
    }

    /** Work of a single statement needs no transaction. */
    public <T> Uni<T> read(Function<StatelessSession, Uni<T>> work) {
        var done = sessions.openStatelessSession()
                .chain(session -> Uni.createFrom()
                        .deferred(() -> work.apply(session))
                        .onTermination()
                        .call(session::close));
        return Uni.createFrom()
                .deferred(() -> Context.isOnEventLoopThread()
                        ? done
                        : done.runSubscriptionOn(
                                task -> vertx.getOrCreateContext().runOnContext(nothing -> task.run())));
    }

    /** What an HQL query without parameters finds: entities, or records of what it selects. */
    public <T> Uni<List<T>> list(String query, Class<T> type) {
        return read(session -> session.createQuery(query, type).getResultList());
    }

    /**
     * All or nothing; what {@code pg_notify} in a native query sends is heard when it is committed. Fails with {@code CONFLICT}
     * when somebody else has changed the version that was read.
     */
    public <T> Uni<T> write(Function<StatelessSession, Uni<T>> work) {
        return read(session -> session.withTransaction(transaction -> onItsOwnContext(work.apply(session))))
                .onFailure(StaleStateException.class)
                .transform(failure -> new Problem(Problem.Kind.CONFLICT, CHANGED));
    }

    /** Work may wait for what is done elsewhere; the session goes on where it was opened. */
    private static <T> Uni<T> onItsOwnContext(Uni<T> work) {
        var context = Vertx.currentContext();
        return work.emitOn(task -> {
            if (context == null || Vertx.currentContext() == context) {
                task.run();
            } else {
                context.runOnContext(nothing -> task.run());
            }
        });
    }

    /** The entity as it was inserted. Fails with {@code CONFLICT}, in these words, when a unique key has its value already. */
    public <T> Uni<T> insert(T entity, String taken) {
        return unlessTaken(read(session -> session.insert(entity)), taken).replaceWith(entity);
    }

    /** The same for any change. */
    public static <T> Uni<T> unlessTaken(Uni<T> change, String taken) {
        return change.onFailure(failure ->
                        failure instanceof ConstraintViolationException e && UNIQUE_VIOLATION.equals(e.getSQLState()))
                .transform(failure -> new Problem(Problem.Kind.CONFLICT, taken));
    }
}
