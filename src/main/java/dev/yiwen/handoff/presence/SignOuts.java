package dev.yiwen.handoff.presence;

import dev.yiwen.identity.SessionsEnded;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Whoever signs out leaves for good at once; whoever only closes a page may come back within the time of grace. */
@Singleton
final class SignOuts {
    private static final Logger LOG = Logger.getLogger(SignOuts.class);

    private final Presence presence;

    SignOuts(Presence presence) {
        this.presence = presence;
    }

    void ended(@ObservesAsync SessionsEnded ended) {
        ended.staff()
                .ifPresent(agent -> presence.leave(agent, ended.session().isPresent())
                        .subscribe()
                        .with(done -> {}, e -> LOG.warn("A sign-out was not heard; the heartbeat will miss them", e)));
    }
}
