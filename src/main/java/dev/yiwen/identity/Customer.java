package dev.yiwen.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Someone who asks: a visitor without a name, or a member whom the host application signed in ({@code externalId}). */
public record Customer(
        CustomerId id,
        @Nullable String externalId,
        @Nullable String name,
        int tier,
        Instant createdAt) {}
