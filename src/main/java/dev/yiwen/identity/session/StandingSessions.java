package dev.yiwen.identity.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.yiwen.identity.SessionsEnded;
import dev.yiwen.identity.Staff;
import dev.yiwen.identity.StaffMembers;
import dev.yiwen.shared.Caches;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;

/**
 * Whether a session stands. Remembered for a moment, since every request asks, and forgotten at once when the session ends;
 * the moment bounds what a lost signal can cost.
 */
@Singleton
public final class StandingSessions {
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int MOST = 20_000;

    /** The time of the last request is noted to the minute. */
    private static final String FIND = """
            with seen as (
              update staff_session set seen_at = now() where id = $1 and seen_at < now() - interval '1 minute'
            )
            select %s from staff_session t
            join staff on staff.id = t.staff_id and staff.session_epoch = t.epoch and staff.active
            where t.id = $1 and t.ended_at is null and t.expires_at > now()
            """.formatted(StaffMembers.COLUMNS);

    private final Pool pool;
    private final Cache<SessionId, Staff> standing =
            Caches.measured("sessions", Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED));
    private final AtomicLong ends = new AtomicLong();

    StandingSessions(Pool pool) {
        this.pool = pool;
    }

    /** Its owner; empty when it was ended, or the person deactivated or given other roles since; with the rights of now. */
    public Uni<Optional<Staff>> find(SessionId session) {
        var known = standing.getIfPresent(session);
        return known != null ? Uni.createFrom().item(Optional.of(known)) : read(session);
    }

    void ended(@Observes SessionsEnded ended) {
        ends.incrementAndGet();
        ended.session()
                .ifPresentOrElse(
                        standing::invalidate,
                        () -> standing.asMap()
                                .values()
                                .removeIf(
                                        it -> ended.staff().map(it.id()::equals).orElse(true)));
    }

    private Uni<Optional<Staff>> read(SessionId session) {
        var before = ends.get();
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(session.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(StaffMembers::staff))
                .invoke(found -> found.ifPresent(it -> remember(session, it, before)));
    }

    private void remember(SessionId session, Staff staff, long before) {
        standing.put(session, staff);
        // Something ended while this was read: it may have been this one.
        if (ends.get() != before) {
            standing.invalidate(session);
        }
    }
}
