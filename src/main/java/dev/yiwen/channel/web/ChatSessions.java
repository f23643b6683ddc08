package dev.yiwen.channel.web;

import dev.yiwen.answer.BotLoad;
import dev.yiwen.audit.CustomerData;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.CustomerMerges;
import dev.yiwen.shared.ClientAddress;
import dev.yiwen.shared.Signals;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.websockets.next.CloseReason;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The customers' sockets of this instance. */
@Singleton
final class ChatSessions {
    /** As for a token that is not valid: the client asks for a new one. */
    private static final CloseReason ERASED = new CloseReason(1008, "this customer is no more");

    /** The client comes again with the token that it has, and goes on as whoever the customer is now. */
    private static final CloseReason MOVED = new CloseReason(1012, "come again"); // RFC 6455 registry: service restart

    private static final CloseReason TOKEN_ENDED = new CloseReason(1008, "token-ended"); // RFC 6455, section 7.4.1
    private static final long TO_LEAVE_MS = 1_000;

    private final Map<String, ChatSession> open = new ConcurrentHashMap<>();
    private final OpenSockets<CustomerId> ofCustomers;
    private final OpenSockets<ClientAddress> ofAddresses;
    private final Paces paces;
    private final BotLoad bot;
    private final Vertx vertx;
    private final Map<String, Long> ends = new ConcurrentHashMap<>();

    ChatSessions(Paces paces, WebConfig config, BotLoad bot, Vertx vertx) {
        this.paces = paces;
        this.vertx = vertx;
        this.bot = bot;
        this.ofCustomers = new OpenSockets<>(config.socketsPerCustomer());
        this.ofAddresses = new OpenSockets<>(config.socketsPerAddress());
    }

    /** The customer was erased, and nothing is left that a socket could show, or is another from now on. */
    void end(@Observes StartupEvent event, Signals signals) {
        signals.listen(CustomerData.ERASED_SIGNAL, erased -> end(erased, ERASED), () -> {});
        signals.listen(CustomerMerges.MOVED_SIGNAL, moved -> end(moved, MOVED), () -> {});
    }

    private void end(String customer, CloseReason why) {
        open.values().stream()
                .filter(it -> it.customer().value().toString().equals(customer))
                .forEach(it -> it.outgoing().close(why));
    }

    /** False when the customer or the address has too many already: this one does not count, and nothing of it is heard. */
    boolean open(String connection, CustomerId customer, ClientAddress address, Outgoing outgoing) {
        if (!ofCustomers.enter(customer)) {
            return false;
        }
        if (!ofAddresses.enter(address)) {
            ofCustomers.leave(customer);
            return false;
        }
        open.put(connection, new ChatSession(customer, address, paces, outgoing, () -> bot.isFull(customer)));
        return true;
    }

    Optional<ChatSession> of(String connection) {
        return Optional.ofNullable(open.get(connection));
    }

    /** The customer's token ends then: the client is told why, to come back with another. */
    void endAt(String connection, Instant end, Consumer<ChatSession> told) {
        var left = Math.max(1, Duration.between(Instant.now(), end).toMillis());
        ends.put(
                connection,
                vertx.setTimer(
                        left,
                        timer -> of(connection).ifPresent(session -> {
                            told.accept(session);
                            vertx.setTimer(
                                    TO_LEAVE_MS, later -> session.outgoing().close(TOKEN_ENDED));
                        })));
    }

    void close(String connection) {
        var end = ends.remove(connection);
        if (end != null) {
            vertx.cancelTimer(end);
        }
        var session = open.remove(connection);
        if (session != null) {
            ofCustomers.leave(session.customer());
            ofAddresses.leave(session.address());
            session.leave();
        }
    }

    Collection<ChatSession> all() {
        return open.values();
    }
}
