package dev.yiwen.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Someone who asks: a visitor without a name, or a member whom the host application signed in ({@code externalId}).
 *
 * @param tags what agents noted about them for good, e.g. {@code 老年客户}
 * @param hostTags what the host application says of its member, e.g. {@code VIP}
 */
public record Customer(
        CustomerId id,
        @Nullable String externalId,
        @Nullable String name,
        int tier,
        Instant createdAt,
        List<String> tags,
        List<String> hostTags) {
    public Customer {
        tags = List.copyOf(tags);
        hostTags = List.copyOf(hostTags);
    }
}
