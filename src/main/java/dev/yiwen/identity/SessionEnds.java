package dev.yiwen.identity;

import dev.yiwen.shared.Signals;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Carries the end of someone's sessions to every instance, where open sockets of that person must close. */
@Singleton
final class SessionEnds {
    private static final String TOPIC = "session";

    private final Signals signals;
    private final Event<SessionsEnded> event;

    SessionEnds(Signals signals, Event<SessionsEnded> event) {
        this.signals = signals;
        this.event = event;
    }

    Uni<Void> announce(StaffId staff) {
        return signals.send(TOPIC, staff.value().toString());
    }

    void listen(@Observes StartupEvent start) {
        signals.listen(
                TOPIC,
                payload -> event.fireAsync(new SessionsEnded(Optional.of(StaffId.of(UUID.fromString(payload))))),
                () -> event.fireAsync(new SessionsEnded(Optional.empty())));
    }
}
