package dev.yiwen.channel.web;

import dev.yiwen.answer.BotLoad;
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
    private final BotLoad bot;

    ChatSessions(WebConfig config, BotLoad bot) {
        this.config = config;
        this.bot = bot;
    }

    void open(String connection, CustomerId customer, Outgoing outgoing) {
        var pace = new Pace(config.framesPerSecond(), config.burst(), System.nanoTime());
        open.put(connection, new ChatSession(customer, pace, outgoing, bot::isFull));
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
