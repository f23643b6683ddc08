package dev.yiwen.identity;

import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;

/** Signs staff in by password, and slows down whoever guesses. */
@Singleton
public final class SignIn {
    private final Pool pool;
    private final StaffMembers members;
    private final StaffSessions sessions;
    private final IdentityConfig.SignIn limits;

    SignIn(Pool pool, StaffMembers members, StaffSessions sessions, IdentityConfig config) {
        this.pool = pool;
        this.members = members;
        this.sessions = sessions;
        this.limits = config.signIn();
    }

    /** Someone who just signed in, with the token of the session. */
    public record Session(Staff staff, String token) {}

    public Uni<Session> signIn(String login, String password, StaffSessions.Client client) {
        return guarded(login, client.address(), () -> check(login, password))
                .chain(account -> sessions.begin(account.staff().id(), account.sessionEpoch(), client)
                        .map(token -> new Session(account.staff(), token)));
    }

    /** Changes the own password; ends all sessions but the one that is returned. */
    public Uni<Session> changePassword(Staff staff, String old, String fresh, StaffSessions.Client client) {
        if (old.equals(fresh)) {
            return Uni.createFrom().failure(new Problem(Problem.Kind.INVALID, "The new password is the old one."));
        }
        return guarded(staff.login(), client.address(), () -> check(staff.login(), old))
                .chain(account -> members.setPassword(staff.id(), fresh, false))
                .chain(epoch -> sessions.begin(staff.id(), epoch, client))
                .map(token -> new Session(staff.withPasswordChanged(), token));
    }

    private Uni<StaffMembers.Account> guarded(
            String login, String address, Supplier<Uni<Optional<StaffMembers.Account>>> check) {
        return countMiss(login, address)
                .invoke(misses -> {
                    if (misses > limits.misses()) {
                        throw new Problem(
                                Problem.Kind.TOO_MANY_REQUESTS,
                                "Too many wrong passwords; try again in "
                                        + limits.window().toMinutes() + " minutes.");
                    }
                })
                .chain(check::get)
                .map(account -> account.orElseThrow(
                        () -> new Problem(Problem.Kind.UNAUTHENTICATED, "Login or password is wrong.")))
                .call(() -> forgetMisses(login, address));
    }

    private Uni<Optional<StaffMembers.Account>> check(String login, String password) {
        return members.account(login).chain(account -> {
            var matches = account.map(it -> Passwords.matches(password, it.passwordHash()))
                    .orElseGet(() -> Passwords.matchesNobody(password));
            return matches.map(yes -> account.filter(it -> yes && it.staff().active()));
        });
    }

    /** Counts before the password is checked: guesses that run at once cannot slip past the limit. */
    private Uni<Integer> countMiss(String login, String address) {
        return pool.preparedQuery("""
                        insert into sign_in_miss as s (login, address, misses, since) values ($1, $2, 1, now())
                        on conflict (login, address) do update
                          set misses = case when s.since < $3 then 1 else s.misses + 1 end,
                              since = case when s.since < $3 then now() else s.since end
                        returning misses
                        """)
                .execute(Tuple.of(login, address, forgotten()))
                .map(rows -> rows.iterator().next().getInteger("misses"));
    }

    private Uni<Void> forgetMisses(String login, String address) {
        return pool.preparedQuery("delete from sign_in_miss where (login = $1 and address = $2) or since < $3")
                .execute(Tuple.of(login, address, forgotten()))
                .replaceWithVoid();
    }

    private OffsetDateTime forgotten() {
        return OffsetDateTime.now(ZoneOffset.UTC).minus(limits.window());
    }
}
