package dev.yiwen.identity.session;

import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.identity.SessionsEnded;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Signals;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Carries the end of someone's sessions to every instance, where what is remembered of them and their sockets must end. */
@Singleton
public final class SessionEnds {
    private static final String TOPIC = "session";
    private static final String EVERYBODY = "*";
    private static final String STANDING = """
            select count(*) from staff_session t join staff s on s.id = t.staff_id and s.session_epoch = t.epoch
            where s.id = $1 and t.ended_at is null and t.expires_at > now()
            """;

    private final Pool pool;
    private final Signals signals;
    private final Event<SessionsEnded> event;
    private final AuditLog log;

    SessionEnds(Pool pool, Signals signals, Event<SessionsEnded> event, AuditLog log) {
        this.pool = pool;
        this.signals = signals;
        this.event = event;
        this.log = log;
    }

    /**
     * Announced in the transaction of the change, so that no instance misses what was committed. That several of somebody's
     * sessions ended is written down with how many, if there were any; that one did is a sign-out.
     */
    public <T> Uni<T> with(SessionsEnded ended, Function<SqlConnection, Uni<T>> change) {
        var by = log.requester();
        return pool.withTransaction(transaction -> standing(transaction, ended)
                        .chain(before -> change.apply(transaction)
                                .call(() -> standing(transaction, ended)
                                        .chain(after -> record(transaction, ended, before - after, by))))
                        .call(() -> transaction
                                .preparedQuery("select pg_notify($1, $2)")
                                .execute(Tuple.of(TOPIC, payload(ended)))))
                .invoke(() -> event.fire(ended));
    }

    /** As {@link #with}, where what people may do changed while their sessions go on: everybody is looked up anew. */
    public <T> Uni<T> rightsChanged(Function<SqlConnection, Uni<T>> change) {
        return pool.withTransaction(transaction -> change.apply(transaction)
                        .call(() -> transaction
                                .preparedQuery("select pg_notify($1, $2)")
                                .execute(Tuple.of(TOPIC, EVERYBODY))))
                .invoke(() -> event.fire(SessionsEnded.PERHAPS_ANY));
    }

    private static Uni<Long> standing(SqlConnection transaction, SessionsEnded ended) {
        return ended.session().isPresent()
                ? Uni.createFrom().item(0L)
                : transaction
                        .preparedQuery(STANDING)
                        .execute(Tuple.of(ended.staff().orElseThrow().value()))
                        .map(rows -> rows.iterator().next().getLong(0));
    }

    private Uni<Void> record(SqlConnection transaction, SessionsEnded ended, long count, @Nullable UUID by) {
        var staff = ended.staff().orElseThrow().value();
        if (ended.session().isPresent()) {
            var details = Map.of("session", ended.session().get().value().toString());
            return log.append(transaction, new AuditEvent(AuditKind.SIGN_OUT, staff, "staff:" + staff, details));
        }
        return count == 0
                ? Uni.createFrom().voidItem()
                : log.append(
                        transaction,
                        new AuditEvent(
                                AuditKind.SESSIONS_ENDED,
                                by,
                                "staff:" + staff,
                                Map.of("sessions", Long.toString(count))));
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
        if (payload.equals(EVERYBODY)) {
            return SessionsEnded.PERHAPS_ANY;
        }
        var parts = payload.split(" ", 2);
        return new SessionsEnded(
                Optional.of(StaffId.of(UUID.fromString(parts[0]))),
                parts.length == 1 ? Optional.empty() : Optional.of(SessionId.of(UUID.fromString(parts[1]))));
    }
}
