package dev.yiwen.identity.password;

import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.identity.StaffMembers;
import dev.yiwen.identity.StaffMembers.Account;
import dev.yiwen.identity.password.Passwords.Asking;
import dev.yiwen.shared.ClientAddress;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Problem.Kind;
import dev.yiwen.shared.RateLimit;
import dev.yiwen.shared.RateLimit.Rate;
import dev.yiwen.shared.RateLimit.Verdict;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Checks passwords of staff, no faster than guesses may be checked, and writes down how it went. */
@Singleton
public final class PasswordCheck {
    private static final Rate NOW_AND_THEN = new Rate(3, Duration.ofMinutes(10));

    private final StaffMembers members;
    private final Guesses guesses;
    private final Passwords passwords;
    private final RateLimit limit;
    private final AuditLog audit;

    PasswordCheck(StaffMembers members, Guesses guesses, Passwords passwords, RateLimit limit, AuditLog audit) {
        this.members = members;
        this.guesses = guesses;
        this.passwords = passwords;
        this.limit = limit;
        this.audit = audit;
    }

    /**
     * Fails with {@code UNAUTHENTICATED}; with {@code TOO_MANY_REQUESTS} after misses and {@code OVERLOADED} under a flood,
     * both saying how long to wait; with {@code ONE_TIME_PASSWORD_EXPIRED} for the right one, too late.
     */
    public Uni<Account> check(String login, String password, ClientAddress from) {
        return guesses.begin(login, from)
                .onFailure(Problem.class)
                .call(() -> slowed(from))
                .chain(attempt -> check(attempt, password));
    }

    private Uni<Account> check(Guesses.Attempt attempt, String password) {
        return members.account(attempt.login())
                .chain(account -> matches(account, password, attempt.known() ? Asking.KNOWN : Asking.STRANGER)
                        .onFailure()
                        .call(() -> guesses.uncount(attempt))
                        .chain(right -> right ? succeeded(attempt, account.orElseThrow()) : failed(account)));
    }

    private Uni<Boolean> matches(Optional<Account> account, String password, Asking asking) {
        return account.map(it -> passwords
                        .matches(password, it.passwordHash(), asking)
                        .map(yes -> yes && it.staff().active()))
                .orElseGet(() -> passwords.matchesNobody(password, asking));
    }

    private Uni<Account> succeeded(Guesses.Attempt attempt, Account account) {
        if (account.expired()) {
            return guesses.uncount(attempt)
                    .chain(() -> Uni.createFrom()
                            .failure(new Problem(
                                    Kind.ONE_TIME_PASSWORD_EXPIRED,
                                    "This one-time password has ended; an administrator gives another.")));
        }
        return guesses.uncount(attempt).chain(() -> guesses.remember(attempt)).replaceWith(account);
    }

    /** Who it was is known by the address alone. What was typed as a login may be a password, and is not kept. */
    private Uni<Account> failed(Optional<Account> account) {
        var subject = account.map(it -> "staff:" + it.staff().id().value()).orElse("login");
        return audit.append(new AuditEvent(AuditKind.SIGN_IN_FAILED, null, subject, Map.of()))
                .chain(() ->
                        Uni.createFrom().failure(new Problem(Kind.UNAUTHENTICATED, "Login or password is wrong.")));
    }

    /** Whoever goes on regardless does not fill the log. */
    private Uni<Void> slowed(ClientAddress from) {
        return limit.take("audit-slowed", from.text(), NOW_AND_THEN)
                .chain(verdict -> verdict instanceof Verdict.Allowed
                        ? audit.append(new AuditEvent(AuditKind.SIGN_IN_SLOWED, null, "login", Map.of()))
                        : Uni.createFrom().voidItem());
    }
}
