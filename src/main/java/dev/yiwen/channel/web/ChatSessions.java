package dev.yiwen.channel.web;

import dev.yiwen.answer.BotLoad;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.shared.ClientAddress;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The customers' sockets of this instance. */
@Singleton
final class ChatSessions {
    private final Map<String, ChatSession> open = new ConcurrentHashMap<>();
    private final OpenSockets<CustomerId> ofCustomers;
    private final OpenSockets<ClientAddress> ofAddresses;
    private final Paces paces;
    private final BotLoad bot;

    ChatSessions(Paces paces, WebConfig config, BotLoad bot) {
        this.paces = paces;
        this.bot = bot;
        this.ofCustomers = new OpenSockets<>(config.socketsPerCustomer());
        this.ofAddresses = new OpenSockets<>(config.socketsPerAddress());
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

    void close(String connection) {
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
