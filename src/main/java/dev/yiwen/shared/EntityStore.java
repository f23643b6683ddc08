package dev.yiwen.shared;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.function.Function;
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

    /** All or nothing; what {@code pg_notify} in a native query sends is heard when it is committed. */
    public <T> Uni<T> write(Function<StatelessSession, Uni<T>> work) {
        return read(session -> session.withTransaction(transaction -> work.apply(session)));
    }

    /** Whether a unique key has the value already. */
    public static boolean isTaken(Throwable failure) {
        return failure instanceof ConstraintViolationException e && UNIQUE_VIOLATION.equals(e.getSQLState());
    }
}
