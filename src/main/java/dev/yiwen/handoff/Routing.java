package dev.yiwen.handoff;

import dev.yiwen.conversation.Conversations;
import dev.yiwen.handoff.matching.Offers;
import dev.yiwen.handoff.plan.Plans;
import dev.yiwen.handoff.presence.Departures;
import dev.yiwen.handoff.presence.LostAgents;
import dev.yiwen.handoff.queue.Emergencies;
import dev.yiwen.handoff.queue.Handoffs;
import dev.yiwen.shared.Leader;
import dev.yiwen.shared.Rhythm;
import dev.yiwen.shared.Signals;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps offers going: after each change of owners or presence, and by the clock. One instance at a time does the work;
 * the signal {@value #TOPIC} tells all that who waits, who is there or who is asked has changed.
 */
@Singleton
public final class Routing {
    public static final String TOPIC = "queue";
    private static final Duration SOON = Duration.ofMillis(100);
    private static final Duration OFTEN = Duration.ofSeconds(2);

    private final Handoffs handoffs;
    private final Offers offers;
    private final Missed missed;
    private final Signals signals;
    private final Duties duties;
    /** Conversations whose owners changed since the handoffs followed them last. */
    private final Set<UUID> changed = ConcurrentHashMap.newKeySet();

    private final Coalesced soon = new Coalesced(SOON, this::route);

    Routing(Handoffs handoffs, Offers offers, Missed missed, Signals signals, Duties duties) {
        this.handoffs = handoffs;
        this.offers = offers;
        this.missed = missed;
        this.signals = signals;
        this.duties = duties;
    }

    /** When this instance does it, and whether. */
    @Singleton
    record Duties(Leader leader, Rhythm rhythm) {}

    /** Agents who are gone, or silent where they must not be, and customers who do not come back. */
    @Singleton
    record Missed(LostAgents lostAgents, Emergencies emergencies, Departures departures) {}

    void listen(@Observes StartupEvent start) {
        signals.listen(Conversations.OWNER_SIGNAL, this::changedHands, soon::run);
        signals.listen(TOPIC, id -> soon.run(), soon::run);
        signals.listen(Plans.TOPIC, version -> soon.run(), soon::run);
        duties.rhythm().every(OFTEN, this::asTimePasses);
    }

    private void changedHands(String conversation) {
        changed.add(UUID.fromString(conversation));
        soon.run();
    }

    /** Offers lapse as time passes, and agents are missed. */
    private Uni<Void> asTimePasses() {
        return duties.leader()
                .alone(
                        "routing",
                        () -> handoffs.followAll()
                                .chain(followed -> missed.lostAgents().requeue())
                                .chain(() -> missed.emergencies().takeFromTheSilent())
                                .chain(() -> missed.departures().end())
                                .chain(() -> offers.renew())
                                .chain(this::tell));
    }

    /** Costs what has changed, however many wait. */
    private Uni<Void> route() {
        var these = Set.copyOf(changed);
        // What changes from here on is signalled again.
        changed.removeAll(these);
        return handoffs.follow(these).chain(() -> offers.renew()).chain(changes -> tell(changes + these.size()));
    }

    private Uni<Void> tell(int changes) {
        return changes == 0 ? Uni.createFrom().voidItem() : signals.send(TOPIC, "");
    }
}
