package dev.yiwen.identity;

import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Problem.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/**
 * Short-lived tokens for an assist panel in a foreign page, where the cookie of a session does not go. They open nothing
 * but the panel.
 */
@Singleton
public final class AssistPasses {
    private final Tokens tokens;
    private final HostTokens hostTokens;
    private final StaffMembers members;

    AssistPasses(Tokens tokens, HostTokens hostTokens, StaffMembers members) {
        this.tokens = tokens;
        this.hostTokens = hostTokens;
        this.members = members;
    }

    public record Pass(String token, Instant expiresAt) {}

    /** Who shows one, until when. */
    public record Bearer(Staff staff, Instant until) {}

    /** For somebody who is signed in. */
    public Uni<Pass> of(Staff staff) {
        if (staff.mustChangePassword()) {
            throw new Problem(Kind.PASSWORD_CHANGE_REQUIRED, "Change the one-time password first.");
        }
        return pass(staff.login());
    }

    /** For whom the host application vouches with a token of its own; {@code UNAUTHENTICATED} for any other token. */
    public Uni<Pass> vouchedFor(String hostToken) {
        return hostTokens
                .assisted(hostToken)
                .map(this::pass)
                .orElseThrow(() -> new Problem(Kind.UNAUTHENTICATED, "The host application's token is not valid."));
    }

    /** Empty unless the token is valid and its owner may still sign in. */
    public Uni<Optional<Bearer>> find(String token) {
        return tokens.verifyAssist(token)
                .chain(session -> session.map(it ->
                                members.standing(it).map(staff -> staff.map(one -> new Bearer(one, it.endsAt()))))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Pass> pass(String login) {
        return members.account(login)
                .map(account -> account.filter(it -> it.staff().active()
                                && (it.staff().may(Role.AGENT) || it.staff().may(Role.SUPERVISOR)))
                        .orElseThrow(() -> new Problem(Kind.FORBIDDEN, "This is for agents and supervisors.")))
                .chain(account -> tokens.assist(account.staff().id(), account.sessionEpoch()))
                .chain(token -> tokens.verifyAssist(token)
                        .map(session -> new Pass(token, session.orElseThrow().endsAt())));
    }
}
