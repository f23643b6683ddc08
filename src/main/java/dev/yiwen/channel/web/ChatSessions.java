package dev.yiwen.channel.web;

import dev.yiwen.identity.CustomerId;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The customers' sockets of this instance. */
@Singleton
final class ChatSessions {
    private final Map<String, ChatSession> open = new ConcurrentHashMap<>();
    private final WebConfig config;

    ChatSessions(WebConfig config) {
        this.config = config;
    }

    void open(String connection, CustomerId customer, Outgoing outgoing) {
        var pace = new Pace(config.framesPerSecond(), config.burst(), System.nanoTime());
        open.put(connection, new ChatSession(customer, pace, outgoing));
    }

    Optional<ChatSession> of(String connection) {
        return Optional.ofNullable(open.get(connection));
    }

    void close(String connection) {
        var session = open.remove(connection);
        if (session != null) {
            session.leave();
        }
    }

    Collection<ChatSession> all() {
        return open.values();
    }
}
