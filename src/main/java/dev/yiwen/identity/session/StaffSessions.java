package dev.yiwen.identity.session;

import dev.yiwen.identity.IdentityConfig;
import dev.yiwen.identity.SessionsEnded;
import dev.yiwen.identity.SignedIn;
import dev.yiwen.identity.StaffId;
import dev.yiwen.identity.token.Tokens;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The sessions of staff: rows that their tokens name, so that one can be ended while the others go on. */
@Singleton
public final class StaffSessions {
    private static final int LONGEST_USER_AGENT = 300;
    private static final int LISTED = 100;

    /** Long past its end nobody asks for one any more. */
    private static final String BEGIN = """
            with swept as (
              delete from staff_session where expires_at < now() - interval '30 days'
            ), signed_in as (
              update staff set last_sign_in_at = now() where id = $2
            )
            insert into staff_session (id, staff_id, epoch, expires_at, address, user_agent) values ($1, $2, $3, $4, $5, $6)
            """;

    private final Pool pool;
    private final Tokens tokens;
    private final StandingSessions standing;
    private final SessionEnds ends;
    private final IdentityConfig config;

    StaffSessions(Pool pool, Tokens tokens, StandingSessions standing, SessionEnds ends, IdentityConfig config) {
        this.pool = pool;
        this.tokens = tokens;
        this.standing = standing;
        this.ends = ends;
        this.config = config;
    }

    /** From where somebody signs in. */
    public record Client(String address, String userAgent) {
        public Client {
            userAgent = userAgent.substring(0, Math.min(userAgent.length(), LONGEST_USER_AGENT));
        }
    }

    /** A session that stands. */
    public record Session(
            SessionId id, Instant createdAt, Instant seenAt, Instant expiresAt, String address, String userAgent) {}

    /** What became of what somebody began to act by. */
    public enum Standing {
        STANDS,
        /** The person may do other things now. */
        OTHER_RIGHTS,
        ENDED
    }

    /** The token of a new session. */
    public Uni<String> begin(StaffId staff, int epoch, Client client) {
        var id = SessionId.of(Ids.next());
        var until = Instant.now().plus(config.staffSession());
        return pool.preparedQuery(BEGIN)
                .execute(Tuple.of(
                        id.value(),
                        staff.value(),
                        epoch,
                        until.atOffset(ZoneOffset.UTC),
                        client.address(),
                        client.userAgent()))
                .chain(() -> tokens.staff(staff, id, until));
    }

    /** The person behind a session's token, while the session stands. */
    public Uni<Optional<SignedIn>> find(String token) {
        return tokens.verifyStaff(token)
                .chain(found -> found.map(it -> standing.find(it.session())
                                .map(staff -> staff.map(one -> new SignedIn(one, it.session(), it.endsAt()))))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** After something ended; what has no session of its own does not stand. */
    public Uni<Standing> standing(SignedIn it) {
        return it.session() == null
                ? Uni.createFrom().item(Standing.ENDED)
                : standing.find(it.session())
                        .map(found -> found.map(
                                        now -> now.rights().equals(it.staff().rights())
                                                ? Standing.STANDS
                                                : Standing.OTHER_RIGHTS)
                                .orElse(Standing.ENDED));
    }

    /** The person's sessions that stand, newest first. */
    public Uni<List<Session>> of(StaffId staff) {
        return pool.preparedQuery("""
                        select t.* from staff_session t join staff s on s.id = t.staff_id and s.session_epoch = t.epoch
                        where t.staff_id = $1 and t.ended_at is null and t.expires_at > now()
                        order by t.created_at desc limit $2
                        """)
                .execute(Tuple.of(staff.value(), LISTED))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(StaffSessions::session)
                        .toList());
    }

    /** Ends that one of the person's and its sockets, on every instance; {@code NOT_FOUND} when it is none of theirs. */
    public Uni<Void> end(StaffId staff, SessionId session) {
        return ends.with(
                new SessionsEnded(Optional.of(staff), Optional.of(session)),
                transaction -> transaction
                        .preparedQuery("""
                                update staff_session set ended_at = coalesce(ended_at, now())
                                where id = $1 and staff_id = $2
                                """)
                        .execute(Tuple.of(session.value(), staff.value()))
                        .invoke(rows -> {
                            if (rows.rowCount() == 0) {
                                throw new Problem(Problem.Kind.NOT_FOUND, "There is no such session of yours.");
                            }
                        })
                        .replaceWithVoid());
    }

    /** Ends all of the person's but that one; how many. */
    public Uni<Integer> endOthers(StaffId staff, SessionId kept) {
        return ends.with(
                SessionsEnded.all(staff),
                transaction -> transaction
                        .preparedQuery("""
                                update staff_session set ended_at = now()
                                where staff_id = $1 and id <> $2 and ended_at is null and expires_at > now()
                                """)
                        .execute(Tuple.of(staff.value(), kept.value()))
                        .map(rows -> rows.rowCount()));
    }

    /** Ends all of the person's, and the passes of their panels; {@code NOT_FOUND} when there is no such person. */
    public Uni<Void> endAll(StaffId staff) {
        return ends.with(
                SessionsEnded.all(staff),
                transaction -> transaction
                        .preparedQuery("update staff set session_epoch = session_epoch + 1 where id = $1")
                        .execute(Tuple.of(staff.value()))
                        .invoke(rows -> {
                            if (rows.rowCount() == 0) {
                                throw new Problem(Problem.Kind.NOT_FOUND, "There is no such member of staff.");
                            }
                        })
                        .replaceWithVoid());
    }

    private static Session session(Row row) {
        return new Session(
                SessionId.of(row.getUUID("id")),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("seen_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant(),
                row.getString("address"),
                row.getString("user_agent"));
    }
}
