package dev.yiwen.identity.session;

import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.identity.Staff;
import dev.yiwen.identity.StaffId;
import dev.yiwen.identity.factor.SecondFactorCheck;
import dev.yiwen.identity.password.PasswordCheck;
import dev.yiwen.shared.ClientAddress;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signs staff in by password, and by a code where they have a second factor. */
@Singleton
public final class SignIn {
    private final PasswordCheck check;
    private final SecondFactorCheck second;
    private final StaffSessions sessions;
    private final AuditLog audit;

    SignIn(PasswordCheck check, SecondFactorCheck second, StaffSessions sessions, AuditLog audit) {
        this.check = check;
        this.second = second;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Someone who just signed in, with the token of the session. */
    public record Session(Staff staff, String token) {}

    /** Fails as {@code PasswordCheck} and then {@code SecondFactorCheck} do. */
    public Uni<Session> signIn(String login, String password, @Nullable String code, StaffSessions.Client client) {
        return check.check(login, password, ClientAddress.of(client.address()))
                .call(account -> second.require(account.staff(), code))
                .call(account -> succeeded(account.staff().id()))
                .chain(account -> sessions.begin(account.staff().id(), account.sessionEpoch(), client)
                        .map(token -> new Session(account.staff(), token)));
    }

    private Uni<Void> succeeded(StaffId id) {
        return audit.append(new AuditEvent(AuditKind.SIGN_IN_SUCCEEDED, id.value(), "staff:" + id.value(), Map.of()));
    }
}
