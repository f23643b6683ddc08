package dev.yiwen.channel.web;

import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Owner;
import dev.yiwen.handoff.AgentQueue;
import dev.yiwen.handoff.QueuePlace;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Signals;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells customers who wait their place in the queue, whenever it changes. */
@Singleton
class QueuePlaces {
    /** Changes that come together are told together. */
    private static final Duration TOGETHER = Duration.ofMillis(250);

    private final ChatSessions sessions;
    private final AgentQueue queue;
    private final Signals signals;
    private final AtomicBoolean awaited = new AtomicBoolean();

    QueuePlaces(ChatSessions sessions, AgentQueue queue, Signals signals) {
        this.sessions = sessions;
        this.queue = queue;
        this.signals = signals;
    }

    void start(@Observes StartupEvent event) {
        signals.listen(Conversations.OWNER_SIGNAL, id -> soon(), this::soon);
    }

    // Estimates change with time, and with agents who come and go.
    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tellAll() {
        return Multi.createFrom()
                .iterable(sessions.all())
                .onItem()
                .transformToUniAndConcatenate(this::place)
                .collect()
                .last()
                .replaceWithVoid();
    }

    void tell(ChatSession session) {
        place(session).subscribe().with(done -> {}, failure -> {});
    }

    private void soon() {
        if (awaited.compareAndSet(false, true)) {
            Uni.createFrom()
                    .voidItem()
                    .onItem()
                    .delayIt()
                    .by(TOGETHER)
                    .invoke(() -> awaited.set(false))
                    .chain(this::tellAll)
                    .subscribe()
                    .with(done -> {}, failure -> {});
        }
    }

    private Uni<Void> place(ChatSession session) {
        return session.conversation()
                .filter(conversation -> conversation.owner() instanceof Owner.Queue)
                .map(conversation -> place(session, conversation))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> place(ChatSession session, Conversation conversation) {
        return queue.place(conversation.id())
                .invoke(place -> session.place(frame(place)))
                .replaceWithVoid()
                // Taken meanwhile: the new owner is on its way.
                .onFailure(Problem.class)
                .recoverWithNull();
    }

    private static ChatFrame.Place frame(QueuePlace place) {
        return new ChatFrame.Place(place.position(), place.lowSeconds(), place.highSeconds(), place.anyoneOnline());
    }
}
