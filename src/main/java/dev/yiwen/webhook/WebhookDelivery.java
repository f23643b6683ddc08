package dev.yiwen.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a system is told, as the log shows it.
 *
 * @param state waiting, delivered or given up
 * @param status of the last try; null when nothing was answered, and {@code failure} says why
 * @param response its beginning
 */
record WebhookDelivery(
        UUID id,
        String type,
        DeliveryState state,
        String payload,
        Instant createdAt,
        int tries,
        @Nullable Instant triedAt,
        @Nullable Instant nextAt,
        @Nullable Integer status,
        @Nullable String failure,
        @Nullable Integer tookMs,
        @Nullable String response) {

    enum DeliveryState {
        WAITING,
        DELIVERED,
        GIVEN_UP
    }
}
