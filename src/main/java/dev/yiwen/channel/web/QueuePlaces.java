package dev.yiwen.channel.web;

import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Owner;
import dev.yiwen.handoff.AgentQueue;
import dev.yiwen.handoff.Coalesced;
import dev.yiwen.handoff.QueuePlace;
import dev.yiwen.shared.Rhythm;
import dev.yiwen.shared.Signals;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;

/** Tells customers who wait their place in the queue, whenever it changes. */
@Singleton
class QueuePlaces {
    /** Changes that come together are told together … */
    private static final Duration TOGETHER = Duration.ofMillis(250);
    /** … and all that come within about a second. */
    private static final Duration REST = Duration.ofMillis(750);

    private static final Duration OFTEN = Duration.ofSeconds(5);

    private final ChatSessions sessions;
    private final AgentQueue queue;
    private final Signals signals;
    private final Rhythm rhythm;
    private final Coalesced soon = new Coalesced(TOGETHER, this::tellAndRest);

    QueuePlaces(ChatSessions sessions, AgentQueue queue, Signals signals, Rhythm rhythm) {
        this.sessions = sessions;
        this.queue = queue;
        this.signals = signals;
        this.rhythm = rhythm;
    }

    void start(@Observes StartupEvent event) {
        signals.listen(Conversations.OWNER_SIGNAL, id -> tell(), this::tell);
        // Estimates change with time, and with agents who come and go.
        rhythm.every(OFTEN, () -> Uni.createFrom().voidItem().invoke(this::tell));
    }

    void tell() {
        soon.run();
    }

    private Uni<Void> tellAndRest() {
        var waiting = sessions.all().stream().filter(QueuePlaces::waits).toList();
        if (waiting.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        // Thousands of frames are not written on the database's thread.
        return queue.places()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(places -> waiting.forEach(session -> tell(session, places)))
                .replaceWithVoid()
                .onItem()
                .delayIt()
                .by(REST);
    }

    private static boolean waits(ChatSession session) {
        return session.conversation()
                .filter(it -> it.owner() instanceof Owner.Queue)
                .isPresent();
    }

    private static void tell(ChatSession session, Map<ConversationId, QueuePlace> places) {
        session.conversation().map(Conversation::id).ifPresent(id -> {
            var place = places.get(id);
            // Taken meanwhile: the new owner is on its way.
            if (place != null) {
                session.place(id, place);
            }
        });
    }
}
