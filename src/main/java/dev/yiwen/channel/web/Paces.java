package dev.yiwen.channel.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.shared.Caches;
import dev.yiwen.shared.ClientAddress;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How fast a customer may send, on however many sockets, and how many messages may come from one address, by whatever
 * customers. On this instance: several instances let through as many times more.
 */
@Singleton
final class Paces {
    // After so long a bucket is full again.
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    private final LoadingCache<CustomerId, TokenBucket> frames;
    private final LoadingCache<CustomerId, TokenBucket> messages;
    private final LoadingCache<ClientAddress, TokenBucket> messagesOfAddress;
    private final LongSupplier clock;

    @Inject
    Paces(WebConfig config) {
        this(config, System::nanoTime);
    }

    Paces(WebConfig config, LongSupplier clock) {
        this.clock = clock;
        frames = paces("frame-paces", config.framesPerSecond(), config.burst());
        messages = paces("message-paces", config.messagesPerMinute() / 60.0, config.messageBurst());
        messagesOfAddress =
                paces("address-paces", config.messagesPerMinuteOfAddress() / 60.0, config.messageBurstOfAddress());
    }

    private <K> LoadingCache<K, TokenBucket> paces(String name, double perSecond, int burst) {
        return Caches.measured(
                name,
                Caffeine.newBuilder().expireAfterAccess(FORGOTTEN),
                key -> new TokenBucket(perSecond, burst, clock.getAsLong()));
    }

    boolean allowsFrame(CustomerId customer) {
        return frames.get(customer).allows(clock.getAsLong());
    }

    /** @param from a proxy on this machine that tells nobody's address, or the engineer's own tools, stand for many */
    boolean allowsMessage(CustomerId customer, ClientAddress from) {
        return messages.get(customer).allows(clock.getAsLong())
                && (from.isLoopback() || messagesOfAddress.get(from).allows(clock.getAsLong()));
    }
}
