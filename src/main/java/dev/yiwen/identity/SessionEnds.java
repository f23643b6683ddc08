package dev.yiwen.identity;

import dev.yiwen.shared.Signals;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Carries the end of someone's sessions to every instance, where what is remembered of them and their sockets must end. */
@Singleton
final class SessionEnds {
    private static final String TOPIC = "session";

    private final Pool pool;
    private final Signals signals;
    private final Event<SessionsEnded> event;

    SessionEnds(Pool pool, Signals signals, Event<SessionsEnded> event) {
        this.pool = pool;
        this.signals = signals;
        this.event = event;
    }

    /** Announced in the transaction of the change, so that no instance misses what was committed. */
    <T> Uni<T> with(SessionsEnded ended, Function<SqlConnection, Uni<T>> change) {
        return pool.withTransaction(transaction -> change.apply(transaction)
                        .call(() -> transaction
                                .preparedQuery("select pg_notify($1, $2)")
                                .execute(Tuple.of(TOPIC, payload(ended)))))
                .invoke(() -> event.fire(ended));
    }

    void listen(@Observes StartupEvent start) {
        signals.listen(TOPIC, payload -> heard(parse(payload)), () -> heard(SessionsEnded.PERHAPS_ANY));
    }

    private void heard(SessionsEnded ended) {
        event.fire(ended);
        event.fireAsync(ended);
    }

    private static String payload(SessionsEnded ended) {
        var staff = ended.staff().orElseThrow().value();
        return ended.session().map(it -> staff + " " + it.value()).orElse(staff.toString());
    }

    private static SessionsEnded parse(String payload) {
        var parts = payload.split(" ", 2);
        return new SessionsEnded(
                Optional.of(StaffId.of(UUID.fromString(parts[0]))),
                parts.length == 1 ? Optional.empty() : Optional.of(SessionId.of(UUID.fromString(parts[1]))));
    }
}
