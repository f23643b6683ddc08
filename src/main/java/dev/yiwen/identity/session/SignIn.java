package dev.yiwen.identity.session;

import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.identity.Staff;
import dev.yiwen.identity.StaffId;
import dev.yiwen.identity.StaffMembers;
import dev.yiwen.identity.password.PasswordCheck;
import dev.yiwen.identity.password.PasswordStrength;
import dev.yiwen.shared.ClientAddress;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;

/** Signs staff in by password. */
@Singleton
public final class SignIn {
    private final PasswordCheck check;
    private final PasswordStrength strength;
    private final StaffMembers members;
    private final StaffSessions sessions;
    private final AuditLog audit;

    SignIn(
            PasswordCheck check,
            PasswordStrength strength,
            StaffMembers members,
            StaffSessions sessions,
            AuditLog audit) {
        this.check = check;
        this.strength = strength;
        this.members = members;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Someone who just signed in, with the token of the session. */
    public record Session(Staff staff, String token) {}

    /** Fails as {@code PasswordCheck} does. */
    public Uni<Session> signIn(String login, String password, StaffSessions.Client client) {
        return check.check(login, password, ClientAddress.of(client.address()))
                .call(account -> succeeded(account.staff().id()))
                .chain(account -> sessions.begin(account.staff().id(), account.sessionEpoch(), client)
                        .map(token -> new Session(account.staff(), token)));
    }

    /** Changes the own password; ends all sessions but the one that is returned. Fails with {@code INVALID} for a weak one. */
    public Uni<Session> changePassword(Staff staff, String old, String fresh, StaffSessions.Client client) {
        if (old.equals(fresh)) {
            return Uni.createFrom().failure(new Problem(Problem.Kind.INVALID, "The new password is the old one."));
        }
        return strength.require(fresh, staff.login(), staff.name())
                .chain(() -> check.check(staff.login(), old, ClientAddress.of(client.address())))
                .chain(account -> members.setPassword(staff.id(), fresh, false))
                .chain(epoch -> sessions.begin(staff.id(), epoch, client))
                .map(token -> new Session(staff.withPasswordChanged(), token));
    }

    private Uni<Void> succeeded(StaffId id) {
        return audit.append(new AuditEvent(AuditKind.SIGN_IN_SUCCEEDED, id.value(), "staff:" + id.value(), Map.of()));
    }
}
