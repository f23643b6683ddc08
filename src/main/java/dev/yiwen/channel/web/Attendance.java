package dev.yiwen.channel.web;

import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Owner;
import dev.yiwen.handoff.CustomerPresence;
import dev.yiwen.shared.Rhythm;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Tells the queue and the agents which customers have their chat open. */
@Singleton
class Attendance {
    private static final Logger LOG = Logger.getLogger(Attendance.class);
    private static final Duration OFTEN = Duration.ofSeconds(30);

    private final ChatSessions sessions;
    private final CustomerPresence presence;
    private final Rhythm rhythm;

    Attendance(ChatSessions sessions, CustomerPresence presence, Rhythm rhythm) {
        this.sessions = sessions;
        this.presence = presence;
        this.rhythm = rhythm;
    }

    void start(@Observes StartupEvent event) {
        rhythm.every(OFTEN, this::alive);
    }

    /** The customer waits from now on, or came back to a conversation that waits or is with an agent. */
    void arrived(ChatSession session) {
        awaited(session)
                .ifPresent(it -> unheeded(presence.arrived(
                        it, session.about().page(), session.about().device())));
    }

    /** The socket has closed; the customer may have others. */
    void left(ChatSession session) {
        awaited(session)
                .filter(it -> sessions.all().stream()
                        .noneMatch(other -> awaited(other).filter(it::equals).isPresent()))
                .ifPresent(it -> unheeded(presence.left(it)));
    }

    private Uni<Void> alive() {
        return presence.alive(sessions.all().stream()
                .map(Attendance::awaited)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet()));
    }

    /** The conversation in which somebody waits for this customer, or will. */
    private static Optional<ConversationId> awaited(ChatSession session) {
        return session.conversation()
                .filter(it -> it.owner() instanceof Owner.Queue || it.owner() instanceof Owner.Agent)
                .map(Conversation::id);
    }

    private static void unheeded(Uni<Void> work) {
        work.subscribe().with(done -> {}, failure -> LOG.warnf(failure, "A customer's presence was not noted"));
    }
}
