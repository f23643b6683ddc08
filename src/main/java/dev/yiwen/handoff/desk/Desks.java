package dev.yiwen.handoff.desk;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.NewMessage;
import dev.yiwen.conversation.UtteranceCorrected;
import dev.yiwen.handoff.Coalesced;
import dev.yiwen.handoff.Routing;
import dev.yiwen.handoff.desk.Lists.Mine;
import dev.yiwen.handoff.desk.Lists.Waiting;
import dev.yiwen.handoff.presence.AfterCalls;
import dev.yiwen.handoff.presence.Presence;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Signals;
import dev.yiwen.ticket.Tickets;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.tuples.Tuple5;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The desks that are open on this instance, and the lists that all of them are shown. */
@Singleton
final class Desks {
    private static final Logger LOG = Logger.getLogger(Desks.class);
    private static final Duration SOON = Duration.ofMillis(150);
    /** With the id of a conversation of which a message has other words now. */
    private static final String CORRECTED = "corrected_words";

    private final Lists lists;
    private final Presence presence;
    private final AfterCalls afterCalls;
    private final Tickets tickets;
    private final Signals signals;
    private final Map<String, Desk> open = new ConcurrentHashMap<>();
    private final Coalesced soon = new Coalesced(SOON, this::refresh);
    /** Conversations whose last words stand in a list that was shown. */
    private volatile Set<UUID> shown = Set.of();

    Desks(Lists lists, Presence presence, AfterCalls afterCalls, Tickets tickets, Signals signals) {
        this.lists = lists;
        this.presence = presence;
        this.afterCalls = afterCalls;
        this.tickets = tickets;
        this.signals = signals;
    }

    void listen(@Observes StartupEvent start) {
        signals.listen(Conversations.OWNER_SIGNAL, id -> changed(), this::changed);
        signals.listen(Routing.TOPIC, payload -> changed(), this::changed);
        signals.listen(Tickets.TOPIC, payload -> changed(), this::changed);
        signals.listen(Conversations.MESSAGE_SIGNAL, this::spokenIn, this::changed);
        signals.listen(CORRECTED, id -> saidIn(UUID.fromString(id)), () -> {});
    }

    /** The lists show last words on every instance. */
    void corrected(@ObservesAsync UtteranceCorrected event) {
        signals.send(CORRECTED, event.conversation().id().value().toString())
                .subscribe()
                .with(sent -> {}, failure -> LOG.warn("Lists show words that were corrected", failure));
    }

    void add(String connection, Desk desk) {
        open.put(connection, desk);
        changed();
    }

    Desk of(String connection) {
        var desk = open.get(connection);
        if (desk == null) {
            throw new IllegalStateException("A frame came before the socket was opened");
        }
        return desk;
    }

    List<Desk> watching(ConversationId conversation) {
        return open.values().stream().filter(it -> it.watches(conversation)).toList();
    }

    Stream<Desk> all() {
        return open.values().stream();
    }

    Stream<View> views() {
        return open.values().stream().flatMap(it -> it.views().stream());
    }

    void remove(String connection) {
        var desk = open.remove(connection);
        if (desk != null) {
            desk.close();
        }
    }

    private void changed() {
        if (!open.isEmpty()) {
            soon.run();
        }
    }

    private void spokenIn(String payload) {
        saidIn(NewMessage.parse(payload).conversation().value());
    }

    private void saidIn(UUID conversation) {
        if (shown.contains(conversation)) {
            changed();
        }
    }

    private Uni<Void> refresh() {
        var agents = open.values().stream().map(it -> it.staff().id()).collect(Collectors.toSet());
        if (agents.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.combine()
                .all()
                .unis(
                        lists.waiting(),
                        lists.of(agents),
                        presence.online(agents),
                        afterCalls.of(agents),
                        tickets.answered(agents))
                .asTuple()
                .invoke(this::show)
                .replaceWithVoid();
    }

    private void show(
            Tuple5<
                            List<Waiting>,
                            Map<StaffId, List<Mine>>,
                            Set<StaffId>,
                            Map<StaffId, AfterCalls.AfterCall>,
                            Map<StaffId, Integer>>
                    all) {
        var waiting = all.getItem1();
        var mine = all.getItem2();
        shown = Stream.concat(
                        waiting.stream().map(it -> it.conversationId().value()),
                        mine.values().stream()
                                .flatMap(List::stream)
                                .map(it -> it.conversationId().value()))
                .collect(Collectors.toSet());
        open.values().forEach(desk -> {
            var agent = desk.staff().id();
            desk.show(new Desk.Standing(
                    waiting,
                    mine.getOrDefault(agent, List.of()),
                    all.getItem3().contains(agent),
                    all.getItem4().get(agent),
                    all.getItem5().getOrDefault(agent, 0)));
        });
    }
}
