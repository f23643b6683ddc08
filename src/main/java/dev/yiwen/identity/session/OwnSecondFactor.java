package dev.yiwen.identity.session;

import dev.yiwen.identity.Staff;
import dev.yiwen.identity.factor.SecondFactorCheck;
import dev.yiwen.identity.factor.SecondFactors;
import dev.yiwen.identity.factor.SecondFactors.Enrolment;
import dev.yiwen.identity.password.PasswordCheck;
import dev.yiwen.shared.ClientAddress;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Sets up and takes away the second factor of somebody who is signed in; a session that was left open alone does neither. */
@Singleton
public final class OwnSecondFactor {
    private final PasswordCheck passwords;
    private final SecondFactorCheck codes;
    private final SecondFactors factors;
    private final StaffSessions sessions;

    OwnSecondFactor(PasswordCheck passwords, SecondFactorCheck codes, SecondFactors factors, StaffSessions sessions) {
        this.passwords = passwords;
        this.codes = codes;
        this.factors = factors;
        this.sessions = sessions;
    }

    /** @param token of the only session that is left */
    public record SetUp(List<String> recoveryCodes, String token) {}

    /** Fails as {@code PasswordCheck} does, and with {@code CONFLICT} when there is one already. */
    public Uni<Enrolment> begin(Staff staff, String password, StaffSessions.Client client) {
        return passwords
                .check(staff.login(), password, ClientAddress.of(client.address()))
                .chain(account -> factors.begin(account.staff()));
    }

    /** With the first code; ends all sessions but the one that is returned. */
    public Uni<SetUp> confirm(Staff staff, String code, StaffSessions.Client client) {
        return factors.confirm(staff, code)
                .chain(done -> sessions.begin(staff.id(), done.epoch(), client)
                        .map(token -> new SetUp(done.recoveryCodes(), token)));
    }

    /** With password and code; ends all sessions but the one whose token is returned. */
    public Uni<String> remove(Staff staff, String password, String code, StaffSessions.Client client) {
        return passwords
                .check(staff.login(), password, ClientAddress.of(client.address()))
                .call(account -> codes.require(account.staff(), code))
                .chain(account -> factors.remove(account.staff()))
                .chain(epoch -> sessions.begin(staff.id(), epoch, client));
    }
}
