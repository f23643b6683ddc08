package dev.yiwen.handoff.desk;

import dev.yiwen.conversation.AuthorView;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Delivery;
import dev.yiwen.conversation.Ephemeral;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.MessageView;
import dev.yiwen.conversation.Owner;
import dev.yiwen.conversation.OwnerView;
import dev.yiwen.conversation.Watch;
import dev.yiwen.handoff.desk.AgentFrame.FromServer;
import dev.yiwen.handoff.desk.Lists.Mine;
import dev.yiwen.handoff.desk.Lists.Waiting;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import io.quarkus.websockets.next.WebSocketConnection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One open page of an agent: what it watches and what it was told last. */
final class Desk {
    private static final Logger LOG = Logger.getLogger(Desk.class);

    private final Staff staff;
    private final WebSocketConnection connection;
    private final Map<ConversationId, Watch> watches = new ConcurrentHashMap<>();
    /** Conversations of which this agent is the owner, as the page was told last. */
    private final java.util.Set<ConversationId> owned = ConcurrentHashMap.newKeySet();

    private @Nullable List<Waiting> toldWaiting;
    private @Nullable List<Mine> toldMine;
    private Map<ConversationId, Instant> toldOffers = Map.of();
    private boolean toldOnline;

    Desk(Staff staff, WebSocketConnection connection, boolean online) {
        this.staff = staff;
        this.connection = connection;
        this.toldOnline = online;
    }

    Staff staff() {
        return staff;
    }

    void tell(FromServer frame) {
        if (connection.isOpen()) {
            connection
                    .sendText(frame)
                    .subscribe()
                    .with(sent -> {}, e -> LOG.debug("A page went away while it was told", e));
        }
    }

    /** Pushes what changed since the last time. */
    synchronized void show(List<Waiting> waiting, List<Mine> mine, boolean online) {
        if (online != toldOnline) {
            toldOnline = online;
            tell(new FromServer.Presence(online));
        }
        if (!waiting.equals(toldWaiting)) {
            toldWaiting = waiting;
            tell(new FromServer.Queue(waiting));
        }
        if (!mine.equals(toldMine)) {
            toldMine = mine;
            tell(new FromServer.Own(mine));
        }
        showOffers(waiting);
    }

    /** The page's own word, so that it is not told again. */
    synchronized void said(boolean online) {
        toldOnline = online;
    }

    private void showOffers(List<Waiting> waiting) {
        var now = Instant.now();
        var offers = waiting.stream()
                .filter(it -> it.isOfferedTo(staff.id()))
                .collect(Collectors.toMap(Waiting::conversationId, it -> it));
        toldOffers.keySet().stream()
                .filter(it -> !offers.containsKey(it))
                .forEach(it -> tell(new FromServer.OfferEnded(it)));
        var told = toldOffers;
        toldOffers = offers.values().stream().collect(Collectors.toMap(Waiting::conversationId, it -> endOf(it, now)));
        offers.values().stream()
                .filter(it -> !endOf(it, now).equals(told.get(it.conversationId())))
                .forEach(it -> tell(FromServer.Offer.of(it, endOf(it, now))));
    }

    private static Instant endOf(Waiting offered, Instant otherwise) {
        return offered.offerEndsAt() == null ? otherwise : offered.offerEndsAt();
    }

    /** Starts anew when it was watched already. */
    void watch(Conversation conversation, long afterSeq, Delivery delivery) {
        var id = conversation.id();
        leave(id);
        watches.put(
                id,
                delivery.watch(
                        id,
                        afterSeq,
                        message -> tell(said(id, message)),
                        this::owner,
                        passing -> passing(id, passing).ifPresent(this::tell)));
    }

    void leave(ConversationId id) {
        var watch = watches.remove(id);
        if (watch != null) {
            watch.close();
        }
    }

    boolean watches(ConversationId id) {
        return watches.containsKey(id);
    }

    boolean owns(ConversationId id) {
        return owned.contains(id);
    }

    void close() {
        watches.keySet().forEach(this::leave);
    }

    private void owner(Conversation now) {
        if (MayRead.isOf(now, staff.id())) {
            owned.add(now.id());
        } else {
            owned.remove(now.id());
        }
        tell(new FromServer.OwnerNow(now.id(), OwnerView.of(now.owner()), now.epoch()));
        if (now.channel() == Channel.VOICE) {
            tell(call(now));
        }
        if (now.owner() instanceof Owner.Agent other && !other.id().equals(staff.id()) && !staff.may(Role.SUPERVISOR)) {
            leave(now.id());
        }
    }

    private static FromServer call(Conversation now) {
        var state = switch (now.owner()) {
            case Owner.Queue queue -> FromServer.Call.State.ringing;
            case Owner.Agent agent -> FromServer.Call.State.answered;
            case Owner.Bot bot -> FromServer.Call.State.ended;
            case Owner.Nobody nobody -> FromServer.Call.State.ended;
        };
        return new FromServer.Call(now.id(), state, now.subject());
    }

    private static FromServer said(ConversationId id, Message message) {
        return new FromServer.Said(id, MessageView.of(message));
    }

    private static Optional<FromServer> passing(ConversationId id, Ephemeral ephemeral) {
        return switch (ephemeral) {
            case Ephemeral.Typing(var author) -> Optional.of(new FromServer.Typing(id, AuthorView.of(author)));
            case Ephemeral.PartialUtterance(var speaker, var utteranceId, var text) ->
                Optional.of(new FromServer.Partial(id, utteranceId, AuthorView.of(speaker), text));
            case Ephemeral.Read(var reader, var seq) -> Optional.of(new FromServer.Read(id, reader, seq));
            // Agents read what the bot said, not how it came to it.
            case Ephemeral.Draft draft -> Optional.empty();
        };
    }
}
