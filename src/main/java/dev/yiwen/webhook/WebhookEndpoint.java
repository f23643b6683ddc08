package dev.yiwen.webhook;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A system that is told.
 *
 * @param failingSince of the failures since the last success, the first; null while it goes well
 * @param disabledAt when it was given up; an administrator can enable it
 */
record WebhookEndpoint(
        UUID id,
        String url,
        WebhookFormat format,
        Set<WebhookEvent> events,
        Instant createdAt,
        @Nullable Instant failingSince,
        @Nullable Instant disabledAt) {
    WebhookEndpoint {
        events = Set.copyOf(events);
    }
}
