package dev.yiwen.handoff.desk;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.handoff.desk.AgentFrame.FromServer;
import dev.yiwen.handoff.desk.Lists.Mine;
import dev.yiwen.handoff.desk.Lists.Waiting;
import dev.yiwen.handoff.presence.AfterCalls;
import dev.yiwen.handoff.wall.Held;
import dev.yiwen.identity.Staff;
import io.quarkus.websockets.next.WebSocketConnection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One open page of an agent: what it watches and what it was told last. */
final class Desk {
    private static final Logger LOG = Logger.getLogger(Desk.class);

    private final Staff staff;
    private final WebSocketConnection connection;
    private final Map<ConversationId, View> views = new ConcurrentHashMap<>();

    private @Nullable List<Waiting> toldWaiting;
    private @Nullable List<Mine> toldMine;
    private Map<ConversationId, Instant> toldOffers = Map.of();
    private AfterCalls.@Nullable AfterCall toldAfterCall;
    private boolean toldOnline;
    private int toldAnswered = -1;
    /** Null while no wall is open. */
    private @Nullable WallView wall;

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

    /**
     * How things stand for an agent.
     *
     * @param answered tickets with a customer's words that were not read
     */
    record Standing(
            List<Waiting> waiting,
            List<Mine> mine,
            boolean online,
            AfterCalls.@Nullable AfterCall afterCall,
            int answered) {}

    /** Pushes what changed since the last time. */
    synchronized void show(Standing now) {
        if (!Objects.equals(now.afterCall(), toldAfterCall)) {
            toldAfterCall = now.afterCall();
            tell(FromServer.AfterCall.of(now.afterCall()));
        }
        if (now.online() != toldOnline) {
            toldOnline = now.online();
            tell(new FromServer.Presence(now.online()));
        }
        if (!now.waiting().equals(toldWaiting)) {
            toldWaiting = now.waiting();
            tell(new FromServer.Queue(now.waiting()));
        }
        if (!now.mine().equals(toldMine)) {
            toldMine = now.mine();
            tell(new FromServer.Own(now.mine()));
        }
        if (now.answered() != toldAnswered) {
            toldAnswered = now.answered();
            tell(new FromServer.Tickets(now.answered()));
        }
        showOffers(now.waiting());
    }

    /** From now on, anew, what all agents have in hand; or no more. */
    synchronized void turnWall(boolean on) {
        wall = on ? new WallView() : null;
    }

    synchronized boolean hasWall() {
        return wall != null;
    }

    synchronized void showWall(List<Held> now) {
        if (wall != null) {
            wall.turnTo(now).ifPresent(this::tell);
        }
    }

    /** The page's own word, so that it is not told again. */
    synchronized void said(boolean online) {
        toldOnline = online;
    }

    /** In the order of the queue. */
    private void showOffers(List<Waiting> waiting) {
        var now = Instant.now();
        var told = toldOffers;
        var offered = waiting.stream().filter(it -> it.isOfferedTo(staff.id())).toList();
        toldOffers = offered.stream().collect(Collectors.toMap(Waiting::conversationId, it -> endOf(it, now)));
        told.keySet().stream()
                .filter(it -> !toldOffers.containsKey(it))
                .forEach(it -> tell(new FromServer.OfferEnded(it)));
        offered.stream()
                .filter(it -> !endOf(it, now).equals(told.get(it.conversationId())))
                .forEach(it -> tell(FromServer.Offer.of(it, endOf(it, now))));
    }

    private static Instant endOf(Waiting offered, Instant otherwise) {
        return offered.offerEndsAt() == null ? otherwise : offered.offerEndsAt();
    }

    /** Starts anew when it was open already. */
    void open(View view) {
        leave(view.conversation());
        views.put(view.conversation(), view);
        view.start();
    }

    void leave(ConversationId id) {
        var view = views.remove(id);
        if (view != null) {
            view.close();
        }
    }

    Collection<View> views() {
        return views.values();
    }

    boolean watches(ConversationId id) {
        return views.containsKey(id);
    }

    /** Of a conversation that is open here. */
    boolean owns(ConversationId id) {
        var view = views.get(id);
        return view != null && MayRead.isOf(view.known(), staff.id());
    }

    void close() {
        views.keySet().forEach(this::leave);
    }
}
