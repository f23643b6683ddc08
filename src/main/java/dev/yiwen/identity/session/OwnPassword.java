package dev.yiwen.identity.session;

import dev.yiwen.identity.Staff;
import dev.yiwen.identity.StaffMembers;
import dev.yiwen.identity.password.PasswordCheck;
import dev.yiwen.identity.password.PasswordStrength;
import dev.yiwen.shared.ClientAddress;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Changes the password of somebody who is signed in. */
@Singleton
public final class OwnPassword {
    private final PasswordCheck check;
    private final PasswordStrength strength;
    private final StaffMembers members;
    private final StaffSessions sessions;

    OwnPassword(PasswordCheck check, PasswordStrength strength, StaffMembers members, StaffSessions sessions) {
        this.check = check;
        this.strength = strength;
        this.members = members;
        this.sessions = sessions;
    }

    /** Ends all sessions but the one that is returned. Fails with {@code INVALID} for a weak one. */
    public Uni<SignIn.Session> change(Staff staff, String old, String fresh, StaffSessions.Client client) {
        if (old.equals(fresh)) {
            return Uni.createFrom().failure(new Problem(Problem.Kind.INVALID, "The new password is the old one."));
        }
        return strength.require(fresh, staff.login(), staff.name())
                .chain(() -> check.check(staff.login(), old, ClientAddress.of(client.address())))
                .chain(account -> members.setPassword(staff.id(), fresh, false))
                .chain(epoch -> sessions.begin(staff.id(), epoch, client))
                .map(token -> new SignIn.Session(staff.withPasswordChanged(), token));
    }
}
