package dev.yiwen.identity.http;

import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.SessionsEnded;
import dev.yiwen.identity.SignedIn;
import dev.yiwen.identity.session.StaffSessions;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.Open;
import io.quarkus.websockets.next.OpenConnections;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Closes the sockets of staff with the session that opened them, or when its person may do other things, whichever feature serves them: no socket can be forgotten,
 * for each passes here before it opens.
 */
@Singleton
final class SocketSessions implements HttpUpgradeCheck {
    private static final Logger LOG = Logger.getLogger(SocketSessions.class);
    private static final CloseReason ENDED = new CloseReason(1008, "session-ended"); // RFC 6455, section 7.4.1
    /** The page loads itself anew, and with it what it offers. */
    private static final CloseReason OTHER_RIGHTS = new CloseReason(4001, "rights-changed");

    private static final UserData.TypedKey<SignedIn> SIGNED_IN = new UserData.TypedKey<>("yiwen.signed-in");

    private final OpenConnections open;
    private final StaffSessions sessions;

    SocketSessions(OpenConnections open, StaffSessions sessions) {
        this.open = open;
        this.sessions = sessions;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        return context.securityIdentity()
                .invoke(identity -> CurrentStaff.signedIn(identity)
                        .ifPresent(it -> context.userData().put(SIGNED_IN, it)))
                .chain(() -> CheckResult.permitUpgrade());
    }

    void ended(@ObservesAsync SessionsEnded ended) {
        open.stream()
                .filter(it -> it.userData().get(SIGNED_IN) instanceof SignedIn signedIn && ended.concerns(signedIn))
                .forEach(this::closeUnlessStanding);
    }

    /** The session may have ended while the socket was being opened. */
    void opened(@ObservesAsync @Open WebSocketConnection connection) {
        if (connection.userData().get(SIGNED_IN) instanceof SignedIn it && it.session() != null) {
            closeUnlessStanding(connection);
        }
    }

    /** Deny on doubt: it can be opened again. */
    private void closeUnlessStanding(WebSocketConnection connection) {
        sessions.standing(connection.userData().get(SIGNED_IN))
                .onFailure()
                .recoverWithItem(StaffSessions.Standing.ENDED)
                .chain(it -> switch (it) {
                    case STANDS -> Uni.createFrom().voidItem();
                    case OTHER_RIGHTS -> connection.close(OTHER_RIGHTS);
                    case ENDED -> connection.close(ENDED);
                })
                .subscribe()
                .with(done -> {}, e -> LOG.debug("A page went away before its session's end was told", e));
    }
}
