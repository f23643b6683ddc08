package dev.yiwen.identity.password;

import dev.yiwen.identity.Right;
import dev.yiwen.identity.Staff;
import dev.yiwen.identity.StaffMembers;
import dev.yiwen.identity.factor.SecondFactors;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The way back in for whoever runs the installation: a one-time password from its command line, for someone who is disabled
 * or has to wait after wrong passwords, too; a second factor is gone with it. Their sessions end, and it is written in the audit log.
 */
@Singleton
public final class PasswordReset {
    private final StaffMembers staff;
    private final SecondFactors factors;
    private final Guesses guesses;

    PasswordReset(StaffMembers staff, SecondFactors factors, Guesses guesses) {
        this.staff = staff;
        this.factors = factors;
        this.guesses = guesses;
    }

    /**
     * What was given.
     *
     * @param wasDisabled and may sign in again now
     */
    public record Reset(Staff staff, String password, boolean wasDisabled) {}

    /** Empty when nobody has that login. */
    public Uni<Optional<Reset>> of(String login) {
        return staff.byLogin(login.strip().toLowerCase(Locale.ROOT))
                .chain(found -> found.map(it -> reset(it).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** Whom it is most often about. */
    public Uni<List<String>> administrators() {
        return staff.all()
                .map(all -> all.stream()
                        .filter(it -> it.may(Right.STAFF))
                        .map(Staff::login)
                        .toList());
    }

    private Uni<Reset> reset(Staff who) {
        var password = OneTimePassword.next();
        var enabled = who.active()
                ? Uni.createFrom().item(who)
                : staff.change(who.id(), new StaffMembers.Change(null, null, true), null);
        return enabled.call(it -> staff.setPassword(it.id(), password, true))
                .call(factors::resetIfAny)
                .call(it -> guesses.forget(it.login()))
                .map(it -> new Reset(it, password, !who.active()));
    }
}
