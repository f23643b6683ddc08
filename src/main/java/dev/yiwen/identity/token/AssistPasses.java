package dev.yiwen.identity.token;

import dev.yiwen.identity.Right;
import dev.yiwen.identity.SignedIn;
import dev.yiwen.identity.Staff;
import dev.yiwen.identity.StaffMembers;
import dev.yiwen.identity.factor.SecondFactorRule;
import dev.yiwen.identity.session.SessionId;
import dev.yiwen.identity.session.StandingSessions;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Problem.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Short-lived tokens for an assist panel in a foreign page, where the cookie of a session does not go. They open nothing
 * but the panel.
 */
@Singleton
public final class AssistPasses {
    private final Tokens tokens;
    private final HostTokens hostTokens;
    private final StaffMembers members;
    private final StandingSessions standing;
    private final SecondFactorRule rule;

    AssistPasses(
            Tokens tokens,
            HostTokens hostTokens,
            StaffMembers members,
            StandingSessions standing,
            SecondFactorRule rule) {
        this.rule = rule;
        this.tokens = tokens;
        this.hostTokens = hostTokens;
        this.members = members;
        this.standing = standing;
    }

    public record Pass(String token, Instant expiresAt) {}

    /** For somebody who is signed in; it ends with their session. */
    public Uni<Pass> of(SignedIn signedIn) {
        var staff = signedIn.staff();
        if (staff.mustChangePassword()) {
            throw new Problem(Kind.PASSWORD_CHANGE_REQUIRED, "Change the one-time password first.");
        }
        if (rule.isMissing(signedIn)) {
            throw new Problem(Kind.SECOND_FACTOR_SETUP_REQUIRED, "Set up your second factor first.");
        }
        return pass(staff.login(), signedIn.session());
    }

    /** For whom the host application vouches with a token of its own; {@code UNAUTHENTICATED} for any other token. */
    public Uni<Pass> vouchedFor(String hostToken) {
        return hostTokens
                .assisted(hostToken)
                .map(login -> pass(login, null))
                .orElseThrow(() -> new Problem(Kind.UNAUTHENTICATED, "The host application's token is not valid."));
    }

    /** Empty unless the token is valid and its owner may still sign in. */
    public Uni<Optional<SignedIn>> find(String token) {
        return tokens.verifyAssist(token)
                .chain(found -> found.map(it ->
                                bearer(it).map(staff -> staff.map(one -> new SignedIn(one, it.session(), it.endsAt()))))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<Staff>> bearer(Tokens.AssistToken it) {
        return it.session() == null ? members.standing(it.staff(), it.epoch()) : standing.find(it.session());
    }

    private Uni<Pass> pass(String login, @Nullable SessionId session) {
        return members.account(login)
                .map(account -> account.filter(it -> it.staff().active()
                                && (it.staff().may(Right.ANSWER) || it.staff().may(Right.READ_ALL)))
                        .orElseThrow(() -> new Problem(Kind.FORBIDDEN, "This is for agents and supervisors.")))
                .chain(account -> tokens.assist(account.staff().id(), account.sessionEpoch(), session))
                .chain(token -> tokens.verifyAssist(token)
                        .map(it -> new Pass(token, it.orElseThrow().endsAt())));
    }
}
