package dev.yiwen.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The key of a system that uses the interface, without the secret.
 *
 * @param prefix how it begins, by which people know it again
 * @param expiresAt null when it never does
 * @param lastUsedAt to the minute; null before the first time
 */
public record ApiKey(
        UUID id,
        String name,
        String prefix,
        Set<ApiScope> scopes,
        Instant createdAt,
        @Nullable String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {
    public ApiKey {
        scopes = Set.copyOf(scopes);
    }
}
